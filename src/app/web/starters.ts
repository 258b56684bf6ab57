import type { StartRequest } from "./api.ts";
import type { Work } from "./runs-at-work.ts";

/**
 * What begins each kind of work.
 *
 * @throws DeskError `usage` for what cannot be asked so, before anything is begun
 */
export interface Starters {
  readonly analysis: (asked: Asked<"analysis">) => Work;
  readonly watchlist: (asked: Asked<"watchlist">) => Work;
  readonly contest: (asked: Asked<"contest">) => Work;
  readonly chain: (asked: Asked<"chain">) => Promise<Work>;
  /** Asks once more what a run was asked: its gaps, where it has some, else all of it. */
  readonly rerun: (runId: string) => Promise<Work>;
  /** Goes on with a run that has not come to its end. */
  readonly resume: (runId: string) => Promise<Work>;
}

export type Asked<Kind extends StartRequest["kind"]> = Extract<StartRequest, { kind: Kind }>;

/** The work that a request asks for. */
export async function workFor(request: StartRequest, starters: Starters): Promise<Work> {
  switch (request.kind) {
    case "analysis":
      return starters.analysis(request);
    case "watchlist":
      return starters.watchlist(request);
    case "contest":
      return starters.contest(request);
    case "chain":
      return starters.chain(request);
  }
}

import { DeskError, quoted } from "#core/errors.ts";
import { oneLine } from "#core/render/one-line.ts";
import type { RunHistory } from "#core/run-history.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import type { Facets } from "#runtime/store/facet.ts";
import { keptRun } from "./kept-run.ts";

/** What to do where there is no run. */
export const MAKE_A_RUN = "Make one: trading-graph analyze AAPL --data demo";

const NAMED = 5;

/** Where a run is looked for. */
export type SearchedRuns = Facets<"read"> & { readonly history: RunHistory };

/**
 * The kept run that a person means, of whatever kind.
 *
 * @param text an id, `latest`, or an id's beginning or end where only one has it, as in `4f3a`
 * @throws DeskError `usage` naming the newest runs for an unknown one, and the candidates for an
 * ambiguous one; `storage` when the records cannot be read
 */
export async function findRun(store: SearchedRuns, text: string): Promise<AnyKeptRun> {
  const { history } = store;
  const exact = await history.entry(text);
  if (exact !== null) return (await keptRun(store, exact)) ?? unknownRun(text, []);
  const known = await history.entries({ ...(text === "latest" && { limit: 1 }) });
  if (known.length === 0) throw noRunKept();
  const meant = text === "latest" ? known : known.filter(({ id }) => mayMean(text, id));
  const [only, ...more] = meant;
  if (more.length > 0) {
    throw new DeskError("usage", `run ${quoted(text)} may be any of ${named(meant)}.`);
  }
  const found = only === undefined ? null : await keptRun(store, only);
  return found ?? unknownRun(text, known);
}

/** Something was to be done with a run, and there is none. */
export function noRunKept(): DeskError {
  return new DeskError("usage", `no run is kept. ${MAKE_A_RUN}`);
}

function unknownRun(text: string, known: readonly Identified[]): never {
  const newest = known.length === 0 ? "" : ` The newest: ${named(known)}.`;
  throw new DeskError("usage", `run ${quoted(text)} is not known.${newest}`);
}

function mayMean(text: string, id: string): boolean {
  return text !== "" && (id.startsWith(text) || id.endsWith(text));
}

interface Identified {
  readonly id: string;
}

function named(runs: readonly Identified[]): string {
  const names = runs.slice(0, NAMED).map(({ id }) => oneLine(id));
  const more = runs.length > NAMED ? ` and ${runs.length - NAMED} more` : "";
  return `${names.join(", ")}${more}`;
}

import { DeskError } from "#core/errors.ts";
import type { KeptRun } from "#core/run-record.ts";
import type { Repetition } from "./rerun-request.ts";

/** Runs a chain once more, or only from its first gap on, and gives the exit code. */
export async function rerunChain(
  before: KeptRun<"chain">,
  { asked, store, config, invocation }: Repetition,
): Promise<number> {
  const { onlyGaps, limits } = asked;
  if (onlyGaps) requireGaps(before);
  // What it keeps and what it adds are to be of one source.
  const data = onlyGaps ? before.result?.data?.source : undefined;
  const configuration = { ...before.configuration, ...limits, ...(data && { data }) };
  const { beginChain } = await import("../chain/begin-chain.ts");
  const rerunOf = onlyGaps ? before.id : null;
  return beginChain(configuration, rerunOf, asked, { config, store }, invocation);
}

/** @throws DeskError `usage` where there is nothing that could be retried */
function requireGaps({ id, result }: KeptRun<"chain">): void {
  if (result === null) {
    throw new DeskError(
      "usage",
      `run ${id} has no result yet, so it has no gaps. Go on with it: trading-graph resume ${id}.`,
    );
  }
  if (result.outcomes.some(({ state }) => state === "failed")) return;
  throw new DeskError("usage", `run ${id} has no gaps: there is nothing to retry.`);
}

import { analysisGroups } from "#core/analysis-groups.ts";
import { DeskError } from "#core/errors.ts";
import { runId } from "#core/run-id.ts";
import type { KeptRun } from "#core/run-record.ts";
import { openRunDesk } from "../run-desk.ts";
import { showRecordedRun } from "./recorded-run.ts";
import type { Repetition } from "./rerun-request.ts";

/** Analyses once more, or asks only those again who left a gap, and gives the exit code. */
export async function rerunAnalysis(
  before: KeptRun,
  { asked, store, config, invocation }: Repetition,
): Promise<number> {
  const { clock } = invocation;
  const { onlyGaps, limits } = asked;
  if (onlyGaps) requireGaps(before);
  // What it keeps and what it adds are to be of one source.
  const data = onlyGaps ? before.result?.data.source : undefined;
  const configuration = { ...before.configuration, ...limits, ...(data && { data }) };
  const id = runId(configuration.symbol, clock.now(), Math.random());
  const rerunOf = onlyGaps ? before.id : null;
  const groups = analysisGroups(configuration);
  const desk = await openRunDesk(configuration, config, clock, store, id);
  try {
    const claim = await store.runs.begin({ id, configuration, groups, list: null, rerunOf });
    const run = { claim, configuration, rerunOf };
    return await showRecordedRun(run, { desk, store, config }, asked, invocation);
  } finally {
    await desk.close();
  }
}

/** @throws DeskError `usage` where there is nothing that could be retried */
function requireGaps({ id, result }: KeptRun): void {
  if (result === null) {
    throw new DeskError(
      "usage",
      `run ${id} has no result yet, so it has no gaps. Go on with it: trading-graph resume ${id}.`,
    );
  }
  if (result.gaps.length > 0) return;
  throw new DeskError("usage", `run ${id} has no gaps: there is nothing to retry.`);
}

import { differencesBetween } from "#core/run-configuration.ts";
import type { RunRecord } from "#core/run-record.ts";
import { requireSame } from "../require-same.ts";
import { surroundingsOf } from "../run-configuration.ts";
import { openRunDesk } from "../run-desk.ts";
import { claimOnceFree } from "./claim-once-free.ts";
import { showRecordedRun } from "./recorded-run.ts";
import type { Resumption } from "./resume-request.ts";

/** Goes on with an analysis as it was asked, and gives the exit code. */
export async function resumeAnalysis(
  run: RunRecord,
  { asked, store, config, invocation }: Resumption,
): Promise<number> {
  const { id, configuration, rerunOf, list } = run;
  requireSame(
    `run ${id}`,
    differencesBetween(configuration, {
      ...surroundingsOf(config),
      ...asked.stated(configuration),
    }),
    "Resume it as it was asked, or begin anew with trading-graph analyze.",
  );
  const desk = await openRunDesk(configuration, config, invocation.clock, store, list?.id ?? id);
  try {
    const claim = await claimOnceFree(store.runs, run, invocation);
    const atHand = { claim, configuration, rerunOf };
    return await showRecordedRun(atHand, { desk, store, config }, asked, invocation);
  } finally {
    await desk.close();
  }
}

import { analysisGroups } from "#core/analysis-groups.ts";
import { statusOf } from "#core/result.ts";
import { endsAll } from "../ends-all.ts";
import { exitCodes } from "../exit-codes.ts";
import type { RunAtHand } from "../perform-recorded.ts";
import { performRun, type Workplace } from "../perform-run.ts";
import type { Invocation } from "./command.ts";
import { type Presentation, presentRun } from "./present-run.ts";

/** What a command adds to a run. */
interface Additions {
  /** Whatever else ends the run. */
  readonly signals?: readonly AbortSignal[];
  /** Written after the run, beside its records. */
  readonly save?: () => Promise<void>;
}

/**
 * Performs a run, shows it, and gives the exit code. One that is cut off says how to go on with it.
 *
 * @throws what has ended the run without a result, and DeskError `storage` where something could not be
 *   kept: its result has been shown then
 */
export async function showRecordedRun(
  run: RunAtHand,
  workplace: Workplace,
  presentation: Presentation,
  invocation: Invocation,
  { signals = [], save }: Additions = {},
): Promise<number> {
  const { terminal, signal } = invocation;
  const { configuration } = run;
  const presenter = presentRun(
    invocation,
    workplace.config,
    presentation,
    analysisGroups(configuration),
  );
  const { progress } = presenter;
  try {
    const { result } = await performRun(run, workplace, {
      signal: AbortSignal.any([signal, ...signals]),
      watcher: progress.onEvent,
      text: true,
      onEarlier: progress.onEarlier,
      async onResult(kept, text) {
        progress.stop();
        const shown = { json: kept.result, text };
        presenter.show(shown);
        await Promise.all([presenter.save(shown, kept.result), save?.()]);
      },
    });
    presenter.last(result);
    return exitCodes[statusOf(result)];
  } catch (thrown) {
    progress.stop();
    if (signal.aborted || endsAll(thrown)) {
      terminal.stderr.write(`Go on with: trading-graph resume ${run.claim.runId}\n`);
    }
    throw thrown;
  }
}

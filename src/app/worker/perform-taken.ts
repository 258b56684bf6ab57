import { codeOf, messageOf } from "#core/errors.ts";
import { differencesBetween } from "#core/run-configuration.ts";
import type { Refusal, TakenRun } from "#core/run-queue.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunClaim } from "#core/run-store.ts";
import { redactor } from "#runtime/redact.ts";
import type { Store } from "#runtime/store/store.ts";
import { type Config, secretsOf } from "../config.ts";
import { endsAll } from "../ends-all.ts";
import type { FinishedRun } from "../perform-recorded.ts";
import { performRun, type Workplace } from "../perform-run.ts";
import { requireSame } from "../require-same.ts";
import { surroundingsOf } from "../run-configuration.ts";
import { BUDGET_SPENT, lacksBudget } from "../watchlist/budget-spent.ts";
import { isWanted } from "./is-wanted.ts";
import { lend } from "./lent-claim.ts";
import type { SharedDesks } from "./shared-desks.ts";

/** What a worker has to work with. */
export interface Workshop {
  readonly store: Store;
  readonly desks: SharedDesks;
  readonly config: Config;
}

/** Told how a run goes at this worker's hands. */
export interface TakenRunViewer {
  begun(run: RunRecord, attempt: number): void;
  done(run: FinishedRun): void;
  /** It has ended without a result. */
  failed(run: RunRecord, error: string): void;
}

/**
 * Works on a run that was taken out of the queue, from where it stands. One that is not wanted any more
 * is left as it is.
 *
 * @returns why this worker leaves it to others, where its settings or its storage stand in the way; else
 *   null
 * @throws the signal's reason, and what nobody foresees: the run has not ended. DeskError `taken_over`
 *   when somebody else has it now
 */
export async function performTaken(
  taken: TakenRun,
  { store, desks, config }: Workshop,
  viewer: TakenRunViewer,
): Promise<Refusal | null> {
  let begun = false;
  try {
    const run = await store.runs.read(taken.runId);
    if (run === null || !isWanted(run, taken)) return null;
    const settings = differencesBetween(run.configuration, surroundingsOf(config));
    requireSame("the run", settings, "Start workers with the settings of the list's command.");
    await desks.use(run, async (desk) => {
      // Whoever had it before has lost its job to this worker, or is gone.
      const claim = await store.runs.claim(run.id, { force: true });
      if (claim === null) return;
      begun = true;
      viewer.begun(run, claim.attempt);
      await performClaimed(run, claim, { desk, store, config }, taken.signal, viewer);
    });
    return null;
  } catch (thrown) {
    const own = endsAll(thrown) || (!begun && codeOf(thrown, "model") === "usage");
    if (!own || taken.signal.aborted) throw thrown;
    // The same for every run that it stands in the way of.
    const reason = messageOf(thrown).replaceAll(`run ${taken.runId}`, "the run");
    return { reason: redactor(secretsOf(config))(reason), begun };
  }
}

async function performClaimed(
  run: RunRecord,
  own: RunClaim,
  workplace: Workplace,
  signal: AbortSignal,
  viewer: TakenRunViewer,
): Promise<void> {
  const { configuration, rerunOf } = run;
  const { claim, withheld } = lend(own);
  try {
    const finished = await performRun({ claim, configuration, rerunOf }, workplace, { signal });
    viewer.done(finished);
    if (lacksBudget(finished.result)) await endListWithoutBudget(run, workplace.store);
  } catch (thrown) {
    const end = withheld();
    const code = codeOf(thrown, "model");
    const forAnother = signal.aborted || endsAll(thrown) || code === "taken_over";
    if (forAnother || end === null || end.state === "done") throw thrown;
    await own.end(end);
    viewer.failed(run, end.error);
    if (code === "budget") await endListWithoutBudget(run, workplace.store);
  }
}

/** Once a list's budget is spent, no more of it is begun. */
async function endListWithoutBudget({ list }: RunRecord, { runs }: Store): Promise<void> {
  if (list === null) return;
  await runs.endWaiting(list.id, { state: "skipped", error: `${BUDGET_SPENT}: it was not begun` });
}

import { codeOf, DeskError, messageOf } from "#core/errors.ts";
import { findingsOf } from "#core/findings.ts";
import { renderMarkdown } from "#core/render/markdown.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { RunConfiguration } from "#core/run-configuration.ts";
import type { KeptRun } from "#core/run-record.ts";
import type { RunClaim, RunEnd } from "#core/run-store.ts";
import { holdClaim } from "#runtime/hold-claim.ts";
import type { NumberedEvent, Sink } from "#runtime/journal.ts";
import { redactor } from "#runtime/redact.ts";
import { recordSteps } from "#runtime/step-records.ts";
import type { Store } from "#runtime/store/store.ts";
import { withinGrace } from "#runtime/within-grace.ts";
import { type Config, secretsOf } from "./config.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import type { Desk } from "./desk.ts";
import { endsAll } from "./ends-all.ts";
import { runAnalysis } from "./run-analysis.ts";
import { questionOf } from "./run-configuration.ts";
import { openRunRecords, type RunRecords } from "./run-records.ts";

/** A run that has been taken up. */
export interface RunAtHand {
  readonly claim: RunClaim;
  readonly configuration: RunConfiguration;
  /** The run whose reports it keeps. */
  readonly rerunOf: string | null;
}

/** What runs are performed with, one after another or many at once. */
export interface Workplace {
  readonly desk: Desk;
  readonly store: Store;
  readonly config: Config;
}

export interface PerformOptions {
  /** Ends the run; with a DeskError `timeout` as its reason, as one whose time was over. */
  readonly signal: AbortSignal;
  readonly watcher?: Sink;
  /** Told before the run goes on what it has told before it was cut off. */
  readonly onEarlier?: (events: readonly NumberedEvent[]) => void;
  /** Told what came of the run as soon as that is recorded; what it writes is waited for. */
  readonly onResult?: (run: FinishedRun, report: string) => Promise<void>;
  /** Whether the watcher is told what the models write, token by token. */
  readonly text?: boolean;
}

/**
 * Performs a run, from where it stands, and ends its records: whatever happens, in the state that says
 * so. What an earlier attempt has finished is not done again.
 *
 * @throws whatever has ended the run without a result; DeskError `taken_over` when somebody else has it
 *   now; DeskError `storage` when its folder or the desk's memory could not be written: its result is
 *   recorded then
 */
export async function performRun(
  { claim, configuration, rerunOf }: RunAtHand,
  { desk, store, config }: Workplace,
  { signal, watcher, onEarlier, onResult, text = false }: PerformOptions,
): Promise<FinishedRun> {
  const { runId, attempt } = claim;
  const { clock } = desk.ports;
  const secrets = secretsOf(config);
  const lost = new AbortController();
  const lose = (reason: unknown) => lost.abort(reason);
  const letGo = holdClaim(claim, lose);
  const steps = recordSteps(claim, lose);
  const deadline = startDeadline(configuration.deadlineMs, (seconds) => {
    return `the run's deadline of ${seconds} s passed before this was done. Raise --deadline, or ask fewer analysts.`;
  });
  let records: RunRecords | null = null;
  try {
    const asked = { ...configuration, models: desk.model };
    records = await openRunRecords(runId, asked, config.logsDir, clock);
    onEarlier?.(records.earlier);
    const checkpointer = store.checkpoints(claim);
    const { result, spans } = await runAnalysis(
      questionOf(configuration),
      withDeadline(desk, deadline),
      {
        runId,
        attempt,
        journal: records.journal(watcher === undefined ? [steps.sink] : [steps.sink, watcher]),
        signal: AbortSignal.any([signal, lost.signal]),
        text,
        secrets,
        checkpointer,
        keptFrom: await keptFindings(rerunOf, store),
      },
    );
    await steps.settled();
    lost.signal.throwIfAborted();
    await claim.end({ state: "done", result });
    const run = await recorded(runId, store);
    const report = renderMarkdown(run.result, spans);
    // None loses another: all were paid for.
    const kept = await Promise.allSettled([
      onResult?.(run, report),
      records.finish(run.result, report),
      desk.remember(run.result),
      checkpointer.deleteThread(runId),
    ]);
    for (const outcome of kept) if (outcome.status === "rejected") throw outcome.reason;
    return run;
  } catch (thrown) {
    const end = endOf(thrown, signal, redactor(secrets));
    // Whoever waits to see it end, or has seen the database go, is not kept waiting for the records.
    const ending =
      end.state === "failed" ? new AbortController().signal : AbortSignal.abort(thrown);
    const recording = steps.settled().then(() => claim.end(end));
    // A run that has its end keeps it; and why it ended is worth more than why that was not recorded.
    await withinGrace(recording, ending, RECORDING_MS).catch(() => {});
    throw thrown;
  } finally {
    letGo();
    deadline.lift();
    await records?.close();
  }
}

/** How long the end of a run that was ended may take to be recorded. */
const RECORDING_MS = 1_000;

/** The same desk, which ends what is at work when a run's time is over and keeps the rest. */
function withDeadline(desk: Desk, { signal }: Deadline): Desk {
  return { ...desk, ports: { ...desk.ports, deadline: signal } };
}

/** A run that has a result. */
export interface FinishedRun extends KeptRun {
  readonly result: AnalysisResult;
}

/** Nothing is shown that is not recorded. */
async function recorded(runId: string, { runs }: Store): Promise<FinishedRun> {
  const run = await runs.read(runId);
  if (run?.result != null) return { ...run, result: run.result };
  throw new DeskError("storage", `the result of run ${runId} was recorded and is not there.`);
}

async function keptFindings(run: string | null, { runs }: Store) {
  if (run === null) return null;
  const result = (await runs.read(run))?.result ?? null;
  if (result !== null) return { run, findings: findingsOf(result) };
  throw new DeskError(
    "storage",
    `run ${run}, whose reports are to be kept, is not there any more. Analyse the ticker anew: trading-graph analyze.`,
  );
}

/**
 * How a run ends that has no result. What ends all runs has nothing to do with this one, which is
 * interrupted then: it goes on once that is mended.
 *
 * @param clean takes out of a text what must not be recorded
 */
export function endOf(
  thrown: unknown,
  { aborted, reason }: AbortSignal,
  clean: (text: string) => string,
): Exclude<RunEnd, { state: "done" }> {
  const error = clean(messageOf(thrown));
  if (aborted && codeOf(reason, "interrupted") === "timeout") return { state: "timeout", error };
  return { state: aborted || endsAll(thrown) ? "interrupted" : "failed", error };
}

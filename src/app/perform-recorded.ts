import { codeOf, DeskError, messageOf } from "#core/errors.ts";
import type { PlannedGroup } from "#core/planned-group.ts";
import type { Clock } from "#core/ports.ts";
import { runForms } from "#core/run-forms/index.ts";
import type { RunKind } from "#core/run-kind.ts";
import type { KeptRun } from "#core/run-record.ts";
import type { RunShapes } from "#core/run-shapes.ts";
import type { EndWithoutResult, RunClaim, RunStore } from "#core/run-store.ts";
import type { Span } from "#core/span.ts";
import { holdClaim } from "#runtime/hold-claim.ts";
import type { Journal, NumberedEvent, Sink } from "#runtime/journal.ts";
import { redactor } from "#runtime/redact.ts";
import { recordSteps } from "#runtime/step-records.ts";
import { type Facets, facetsOf } from "#runtime/store/facet.ts";
import { withinGrace } from "#runtime/within-grace.ts";
import { type Config, secretsOf } from "./config.ts";
import { startDeadline } from "./deadline.ts";
import { endsAll } from "./ends-all.ts";
import { openRunRecords, type RunRecords } from "./run-records.ts";

/** A run that has been taken up. */
export interface RunAtHand<K extends RunKind = "analysis"> {
  readonly claim: RunClaim<K>;
  readonly configuration: RunShapes[K]["configuration"];
  /** The run whose reports or outputs it keeps; null where it begins anew. */
  readonly rerunOf: string | null;
}

/** A run that has a result. */
export interface FinishedRun<K extends RunKind = "analysis"> extends KeptRun<K> {
  readonly result: RunShapes[K]["result"];
}

/** What the work on a run is done with. */
export interface AtWork {
  /** Told what happens while it happens. */
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Ends what is at work when the run's time is over, with a DeskError `timeout`; the rest is kept. */
  readonly deadline: AbortSignal;
  /** Whether the journal is told what the models write, token by token. */
  readonly text: boolean;
  /** What must stand in nothing that the run tells, as a last defence. */
  readonly secrets: readonly string[];
}

/** What is particular to one run, and to its kind. */
export interface RecordedWork<K extends RunKind> {
  readonly kind: K;
  readonly claim: RunClaim<K>;
  /** Who will come to work. */
  readonly groups: readonly PlannedGroup[];
  /** What is kept of the asking, beside the events. */
  readonly asked: object;
  /** null is without a deadline. */
  readonly deadlineMs: number | null;
  /** Says what was over, given the time in seconds. */
  readonly overdue: (seconds: number) => string;
  /** Who else is told of its events. */
  readonly sinks?: readonly Sink[];
  perform(
    at: AtWork,
  ): Promise<{ readonly result: RunShapes[K]["result"]; readonly spans: readonly Span[] }>;
  /** Its report in Markdown. */
  render(result: RunShapes[K]["result"], spans: readonly Span[]): string;
  /** Whatever else is kept once its end is recorded. */
  keep(result: RunShapes[K]["result"]): readonly Promise<unknown>[];
}

/** Where runs are recorded. */
export interface RecordingPlace {
  readonly store: Facets<"read">;
  readonly config: Config;
  readonly clock: Clock;
}

export interface PerformOptions<K extends RunKind = "analysis"> {
  /** Ends the run; with a DeskError `timeout` as its reason, as one whose time was over. */
  readonly signal: AbortSignal;
  readonly watcher?: Sink;
  /** Told before the run goes on what it has told before it was cut off. */
  readonly onEarlier?: (events: readonly NumberedEvent[]) => void;
  /** Told what came of the run as soon as that is recorded; what it writes is waited for. */
  readonly onResult?: (run: FinishedRun<K>, report: string) => Promise<void>;
  /** Whether what the models write is told and kept too, token by token. */
  readonly text?: boolean;
}

/**
 * Performs a run of any kind, from where it stands, and ends its records: whatever happens, in the state
 * that says so. What is shown of it is recorded first.
 *
 * @throws whatever has ended the run without a result; DeskError `taken_over` when somebody else has it
 *   now; DeskError `storage` when something could not be kept: its result is recorded then
 */
export async function performRecorded<K extends RunKind>(
  work: RecordedWork<K>,
  { store, config, clock }: RecordingPlace,
  options: PerformOptions<K>,
): Promise<FinishedRun<K>> {
  const { kind, claim, groups, asked } = work;
  const { signal, watcher, onEarlier, onResult, text = false } = options;
  const { runId } = claim;
  const secrets = secretsOf(config);
  const lost = new AbortController();
  const lose = (reason: unknown) => lost.abort(reason);
  const letGo = holdClaim(claim, lose);
  const steps = recordSteps(claim, runForms[kind], lose);
  const deadline = startDeadline(work.deadlineMs, work.overdue);
  let records: RunRecords | null = null;
  try {
    records = await openRunRecords(runId, asked, config.logsDir, clock);
    onEarlier?.(records.earlier);
    const others = [steps.sink, ...(work.sinks ?? []), ...(watcher === undefined ? [] : [watcher])];
    const journal = records.journal(others);
    if (records.earlier.length === 0) {
      journal.record({ type: "planned", groups: [...groups], at: clock.now() });
    }
    const { result, spans } = await work.perform({
      journal,
      signal: AbortSignal.any([signal, lost.signal]),
      deadline: deadline.signal,
      text,
      secrets,
    });
    await steps.settled();
    lost.signal.throwIfAborted();
    await claim.end({ state: "done", result });
    const run = await recorded(runId, facetsOf(store)[kind]);
    const report = work.render(run.result, spans);
    // None loses another: all were paid for.
    const kept = await Promise.allSettled([
      onResult?.(run, report),
      records.finish(run.result, report),
      ...work.keep(run.result),
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

/** Nothing is shown that is not recorded. */
async function recorded<K extends RunKind>(
  runId: string,
  runs: Pick<RunStore<K>, "read">,
): Promise<FinishedRun<K>> {
  const run = await runs.read(runId);
  const result = run?.result ?? null;
  if (run !== null && result !== null) return { ...run, result };
  throw new DeskError("storage", `the result of run ${runId} was recorded and is not there.`);
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
): EndWithoutResult {
  const error = clean(messageOf(thrown));
  if (aborted && codeOf(reason, "interrupted") === "timeout") return { state: "timeout", error };
  return { state: aborted || endsAll(thrown) ? "interrupted" : "failed", error };
}

import type { Day } from "#core/day.ts";
import { failedRun, type PastRun, runOf } from "#core/history-replay/run.ts";
import { mapBounded } from "#runtime/bounded.ts";
import { createJournal } from "#runtime/journal.ts";
import { redactor } from "#runtime/redact.ts";
import { openRunLog } from "#runtime/run-log.ts";
import type { Desk } from "./desk.ts";
import { endsAll } from "./ends-all.ts";
import { type AnalysisInput, runAnalysis } from "./run-analysis.ts";

export interface ReplayDaysOptions {
  /** Days that are worked on at once. */
  readonly atOnce: number;
  readonly replayId: string;
  readonly logsDir: string;
  readonly signal: AbortSignal;
  /** What must stand in nothing that a run tells. */
  readonly secrets: readonly string[];
  /** Told of each run as it is done. */
  readonly onRun: (run: PastRun) => void;
}

/**
 * Runs an ordinary analysis as of each day. One that fails is a run without a decision, and the
 * others go on.
 *
 * @returns the finished runs in the order of their days, and the days that an abort has left without one
 * @throws DeskError `configuration` or `storage`, with which no run can succeed
 */
export async function replayDays(
  days: readonly Day[],
  input: Omit<AnalysisInput, "asOf">,
  desk: Desk,
  options: ReplayDaysOptions,
): Promise<{ runs: readonly PastRun[]; unfinished: readonly Day[] }> {
  const fatal = new AbortController();
  const signal = AbortSignal.any([options.signal, fatal.signal]);
  const outcomes = await mapBounded(
    days,
    options.atOnce,
    async (day) => {
      try {
        const run = await replayDay(day, input, desk, { ...options, signal });
        options.onRun(run);
        return run;
      } catch (error) {
        if (!signal.aborted) fatal.abort(error);
        throw error;
      }
    },
    signal,
  );
  fatal.signal.throwIfAborted();
  const runs = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
  return { runs, unfinished: days.filter((_, index) => outcomes[index]?.status === "rejected") };
}

/** @throws what ends all runs */
async function replayDay(
  day: Day,
  input: Omit<AnalysisInput, "asOf">,
  desk: Desk,
  { replayId, logsDir, signal, secrets }: ReplayDaysOptions,
): Promise<PastRun> {
  const { clock } = desk.ports;
  const startedAt = clock.now();
  const runId = `${replayId}/${day}`;
  const log = await openRunLog(logsDir, runId);
  try {
    const journal = createJournal([log.sink]);
    const { result } = await runAnalysis({ ...input, asOf: day }, desk, {
      runId,
      journal,
      signal,
      text: false,
      secrets,
    });
    return runOf(result, { startedAt, endedAt: clock.now() });
  } catch (error) {
    if (signal.aborted || endsAll(error)) throw error;
    return redactor(secrets)(failedRun(day, error, { startedAt, endedAt: clock.now() }));
  } finally {
    await log.close();
  }
}

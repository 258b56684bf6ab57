import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import type { ContestResult } from "#core/contest/contest.ts";
import type { Day } from "#core/day.ts";
import type { Span } from "#core/span.ts";
import { createStrategiesGraph } from "#graphs/strategies/graph.ts";
import { resultOf } from "#graphs/strategies/result.ts";
import type { StrategiesStateValue } from "#graphs/strategies/state.ts";
import type { Journal } from "#runtime/journal.ts";
import { redactor } from "#runtime/redact.ts";
import type { ContestDesk } from "./contest-desk.ts";
import { startDeadline } from "./deadline.ts";
import { streamOptions, streamRun } from "./stream-run.ts";

export interface ContestInput {
  readonly ticker: string;
  readonly models: readonly string[];
  /** null is ten years before the last. */
  readonly from: Day | null;
  /** null is today. */
  readonly asOf: Day | null;
  readonly rules: ExecutionRules;
  readonly minTrades: number;
  /** When it ends with what is finished. */
  readonly deadlineMs: number;
}

export interface ContestOptions {
  readonly runId: string;
  /** Told what happens while it happens. */
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Whether the journal is told what the models write, token by token. */
  readonly text: boolean;
  /** What must stand in nothing that the run tells, as a last defence. */
  readonly secrets: readonly string[];
}

/**
 * Holds one contest and tells its journal what happens while it happens.
 *
 * @throws DeskError when there is nothing to trade on; the signal's reason when it is aborted
 */
export async function runContest(
  input: ContestInput,
  { ports }: Pick<ContestDesk, "ports">,
  { runId, journal, signal, text, secrets }: ContestOptions,
): Promise<{ result: ContestResult; spans: readonly Span[] }> {
  const { ticker, models, from, asOf, rules, minTrades, deadlineMs } = input;
  const deadline = startDeadline(deadlineMs, (seconds) => {
    return `the contest's deadline of ${seconds} s passed before this was done. Raise --deadline.`;
  });
  const graph = createStrategiesGraph({ ...ports, deadline: deadline.signal });
  const state = await streamRun<StrategiesStateValue>(
    () =>
      graph.stream(
        { ticker, models: [...models], from, asOf, rules, minTrades },
        { ...streamOptions({ signal, text }), runName: `strategies ${ticker}` },
      ),
    { journal, clock: ports.clock, signal, secrets },
  ).finally(deadline.lift);
  return redactor(secrets)({ result: resultOf(state, runId), spans: state.spans });
}

import type { ContestResult } from "#core/contest/contest.ts";
import type { ContestConfiguration } from "#core/contest/contest-configuration.ts";
import type { Span } from "#core/span.ts";
import { createStrategiesGraph } from "#graphs/strategies/graph.ts";
import { resultOf } from "#graphs/strategies/result.ts";
import type { StrategiesStateValue } from "#graphs/strategies/state.ts";
import type { Journal } from "#runtime/journal.ts";
import { redactor } from "#runtime/redact.ts";
import { streamOptions, streamRun } from "../stream-run.ts";
import type { ContestDesk } from "./contest-desk.ts";

export interface ContestOptions {
  readonly runId: string;
  /** Told what happens while it happens. */
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Ends what is at work, with a DeskError `timeout`; what is finished is kept. */
  readonly deadline: AbortSignal;
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
  configuration: Pick<
    ContestConfiguration,
    "symbol" | "models" | "from" | "asOf" | "rules" | "minTrades"
  >,
  { ports }: Pick<ContestDesk, "ports">,
  { runId, journal, signal, deadline, text, secrets }: ContestOptions,
): Promise<{ result: ContestResult; spans: readonly Span[] }> {
  const { symbol: ticker, models, from, asOf, rules, minTrades } = configuration;
  const graph = createStrategiesGraph({ ...ports, deadline });
  const state = await streamRun<StrategiesStateValue>(
    () =>
      graph.stream(
        { ticker, models, from, asOf, rules, minTrades },
        { ...streamOptions({ signal, text }), runName: `strategies ${ticker}` },
      ),
    { journal, clock: ports.clock, signal, secrets },
  );
  return redactor(secrets)({ result: resultOf(state, runId), spans: state.spans });
}

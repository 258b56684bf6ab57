import type { BacktestReport } from "#core/backtest/backtest-report.ts";
import { buyAndHold } from "#core/backtest/buy-and-hold.ts";
import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import { measure } from "#core/backtest/measure.ts";
import type { StrategyRunner } from "#core/backtest/strategy-runner.ts";
import { warningsInWords } from "#core/backtest/warnings-in-words.ts";
import { checkStrategy } from "#runtime/strategy-code/check-strategy.ts";

/** A strategy as it was given, and what to run it over. */
export interface BacktestTask
  extends Pick<BacktestReport, "strategy" | "data" | "file" | "currency" | "bars"> {
  readonly rules: ExecutionRules;
  /** How long the strategy may take over all bars. */
  readonly timeLimitMs: number;
  /** What a reader must know of the bars. */
  readonly warnings: readonly string[];
}

/**
 * Runs a strategy over bars and measures it beside buying and holding.
 *
 * @throws DeskError `strategy` where it cannot be run; the signal's reason when it is aborted
 */
export async function runBacktest(
  { strategy, data, file, currency, bars, rules, timeLimitMs, warnings }: BacktestTask,
  runner: StrategyRunner,
  signal: AbortSignal,
): Promise<BacktestReport> {
  const { code, notes } = await checkStrategy(strategy.code);
  const run = await runner.run({ code, bars, rules, timeLimitMs }, { signal });
  const held = buyAndHold(bars, rules);
  const { dates } = bars;
  return {
    strategy: { name: strategy.name, code },
    data,
    file,
    currency,
    bars,
    rules,
    engine: run.engine,
    metrics: measure(run, dates, rules.cash),
    benchmark: { metrics: measure(held, dates, rules.cash), equity: held.equity },
    trades: run.trades,
    open: run.open,
    equity: run.equity,
    warnings: [...warnings, ...notes, ...warningsInWords(run, dates.length)],
  };
}

import type { BacktestRun } from "./backtest-run.ts";
import type { Bars } from "./bars.ts";
import { backtest } from "./engine.ts";
import type { ExecutionRules } from "./execution-rules.ts";

/** Buys all that the cash pays for at the second bar's open, the first that can be had, and holds it. */
export function buyAndHold(bars: Bars, rules: ExecutionRules): BacktestRun {
  return backtest(bars, rules, (bar) => (bar === 0 ? Number.MAX_VALUE : 0));
}

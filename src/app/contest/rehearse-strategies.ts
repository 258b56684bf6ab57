import { type Bars, sliceBars } from "#core/backtest/bars.ts";
import type { StrategyRunner } from "#core/backtest/strategy-runner.ts";
import { usualRules } from "#core/contest/usual.ts";
import { checkStrategy } from "#runtime/strategy-code/check-strategy.ts";

const STRATEGY = `function execute_trade({ close }, { shares }) {
  let sum = 0;
  for (let i = Math.max(0, close.length - 50); i < close.length; i += 1) sum += close[i];
  return close[close.length - 1] * 50 > sum ? 1 : -shares;
}`;
const BARS = 300;
const MOST = 6;

/**
 * Checks and runs a strategy of no interest: what does so for the first time takes several times as long,
 * and while models write there is nothing else to do.
 *
 * @param authors how many will be run
 * @throws DeskError `strategy` where none can be run
 */
export async function rehearseStrategies(
  authors: number,
  bars: Bars,
  runner: StrategyRunner,
  timeLimitMs: number,
): Promise<void> {
  const times = Math.min(authors, MOST);
  const [{ code }] = await Promise.all([checkStrategy(STRATEGY), runner.warm(times)]);
  const task = { code, bars: sliceBars(bars, 0, BARS), rules: usualRules, timeLimitMs };
  await Promise.all(Array.from({ length: times }, () => runner.run(task)));
}

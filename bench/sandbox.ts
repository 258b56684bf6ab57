import type { StrategyRunner } from "#core/backtest/strategy-runner.ts";
import { usualRules as rules } from "#core/contest/usual.ts";
import { createStrategyRunner } from "#runtime/sandbox/strategy-runner.ts";
import { dailyBars } from "./daily-bars.ts";
import { type Benchmark, type Measure, median, repeat } from "./measure.ts";

const RUNS = 7;
const AT_ONCE = 6;

/** What a model would write: two averages and an RSI, all computed anew on each bar. */
const TYPICAL = `
function average(values, length) {
  return values.slice(-length).reduce((sum, value) => sum + value, 0) / length;
}
function rsi(values, length) {
  let gains = 0;
  let losses = 0;
  for (let i = values.length - length; i < values.length; i++) {
    const change = values[i] - values[i - 1];
    if (change > 0) gains += change;
    else losses -= change;
  }
  return losses === 0 ? 100 : 100 - 100 / (1 + gains / losses);
}
function execute_trade(market, portfolio) {
  const { close } = market;
  if (close.length < 51) return 0;
  const isRising = average(close, 20) > average(close, 50);
  const price = close[close.length - 1];
  if (isRising && portfolio.shares === 0 && rsi(close, 14) < 70) return portfolio.cash / price;
  if (!isRising && portfolio.shares > 0) return -portfolio.shares;
  return 0;
}`;

/** Strategies in the sandbox: one for itself, and six at a time in workers that are ready. */
export const sandbox: Benchmark = async () => {
  const runner = createStrategyRunner();
  try {
    await runner.warm(AT_ONCE);
    return [await one(runner, 2_500), await one(runner, 25_000), await six(runner)];
  } finally {
    await runner.close();
  }
};

async function one(runner: StrategyRunner, count: number): Promise<Measure> {
  return {
    what: `sandboxed run of a 20/50 crossover with RSI over ${count} bars, median`,
    value: ((await timeOf(runner, count, 1)) * 1000) / count,
    unit: "us a bar",
    atMost: 30,
    reference: "24 in quickjs-emscripten, 18 to 28 in backtesting.py without a sandbox",
  };
}

async function six(runner: StrategyRunner): Promise<Measure> {
  return {
    what: `${AT_ONCE} of them over 2500 bars at once, median`,
    value: await timeOf(runner, 2_500, AT_ONCE),
    unit: "ms",
    atMost: 1000,
    reference: "49 to 461 over 2148 bars in a pool of two",
  };
}

/** How long so many strategies take that are begun at the same time, in milliseconds. */
async function timeOf(runner: StrategyRunner, count: number, strategies: number): Promise<number> {
  const task = { code: TYPICAL, bars: dailyBars(count), rules, timeLimitMs: 60_000 };
  const times = await repeat(RUNS, async () => {
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: strategies }, () => runner.run(task)));
    return performance.now() - startedAt;
  });
  return median(times);
}

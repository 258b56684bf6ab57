import { backtest, type Decide } from "#core/backtest/engine.ts";
import { usualRules } from "#core/contest/usual.ts";
import { dailyBars } from "./daily-bars.ts";
import { type Benchmark, repeat } from "./measure.ts";

const BARS = 25_000;
const RUNS = 101;
const FAST = 20;
const SLOW = 50;

/** What the engine takes of a bar beside the strategy: orders, fills, books and the columns of a run. */
export const engine: Benchmark = async () => {
  const bars = dailyBars(BARS);
  const traded = await repeat(RUNS, () =>
    timed(() => {
      backtest(bars, usualRules, crossover(bars.close));
    }),
  );
  const alone = await repeat(RUNS, () =>
    timed(() => {
      const decide = crossover(bars.close);
      let shares = 0;
      for (let bar = 0; bar < BARS; bar += 1) shares += decide(bar, 1e5, shares, 1e5);
    }),
  );
  // The best of many: both are short, and what else a machine does only ever adds to them.
  const nsABar = (times: readonly number[]) => (Math.min(...times) * 1e6) / BARS;
  return [
    {
      what: `native backtest of a 20/50 crossover over ${BARS} bars, beyond the strategy's own work, best`,
      value: nsABar(traded) - nsABar(alone),
      unit: "ns a bar",
      atMost: 50,
      reference: `${nsABar(traded).toFixed(1)} with it; backtesting.py 18,000 to 28,000`,
    },
  ];
};

/** All in while the fast average is above the slow one, both carried along. */
function crossover(close: readonly number[]): Decide {
  let fast = 0;
  let slow = 0;
  return (bar, cash, shares) => {
    const price = close[bar] ?? 0;
    fast += price - (close[bar - FAST] ?? 0);
    slow += price - (close[bar - SLOW] ?? 0);
    if (bar < SLOW) return 0;
    if (fast / FAST > slow / SLOW) return shares === 0 ? cash / price : 0;
    return -shares;
  };
}

async function timed(work: () => void): Promise<number> {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

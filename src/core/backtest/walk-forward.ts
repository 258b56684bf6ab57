import type { Measured } from "../contest/contest.ts";
import type { Day } from "../day.ts";
import type { BacktestRun } from "./backtest-run.ts";
import { measure } from "./measure.ts";

/** The place of the first bar out of sample: two thirds of the bars lie before it, rounded down. */
export function splitPlace(bars: number): number {
  return Math.floor((2 * bars) / 3);
}

/**
 * A run's figures in sample, out of sample and over all bars. It is one run: what is held at the split
 * is held on, and a trade that is closed after it counts out of sample.
 *
 * @param cash what the run had at its start
 */
export function measuredOf(run: BacktestRun, dates: readonly Day[], cash: number): Measured {
  const split = splitPlace(dates.length);
  return {
    inSample: measure(run, dates, cash, { from: 0, to: split }),
    outOfSample: measure(run, dates, cash, { from: split, to: dates.length }),
    whole: measure(run, dates, cash),
  };
}

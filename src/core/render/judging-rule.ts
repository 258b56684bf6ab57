import { isPriceIndex } from "../review/benchmark.ts";
import { holdBand } from "../review/hold-band.ts";

/** When a decision counts as right, for people who read of excess returns over a benchmark. */
export function judgingRule(benchmark: string): string {
  const [quarter, week, year] = [holdBand("3m"), holdBand("1w").toFixed(1), holdBand("12m")];
  const rule = `A buy is right when the excess is above 0, a sell when it is below 0, a hold when it stays within ${quarter} points of 0 at three months (${week} at a week, ${year} at a year: a convention).`;
  if (!isPriceIndex(benchmark)) return rule;
  return `${rule} ${benchmark} is a price index: its dividends are not in it, so buys look better, and sells worse, by about its yield. --benchmark SPY measures by a fund on the S&P 500 whose adjusted closes hold them.`;
}

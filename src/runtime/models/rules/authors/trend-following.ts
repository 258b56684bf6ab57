import { type MarketSense, percent, rough, windowOf } from "./market-sense.ts";
import { program, type WrittenStrategy } from "./program.ts";
import { averageTrueRange, rollingMean } from "./snippets.ts";

/** Above this a year, a stop has to stand further off not to be hit by noise. */
const LIVELY = 0.35;

const BODY = `const fastMean = rollingMean(FAST);
const slowMean = rollingMean(SLOW);
const trueRange = averageTrueRange(RANGE);
let highest = 0; // close since the entry

function execute_trade(market, portfolio) {
  const { close } = market;
  const price = close[close.length - 1];
  const fast = fastMean(close);
  const slow = slowMean(close);
  const range = trueRange(market);
  if (close.length < SLOW) return 0;

  if (portfolio.shares > 0) {
    highest = Math.max(highest, price);
    const stopped = price < highest - STOP * range;
    return stopped || fast < slow ? -portfolio.shares : 0;
  }
  if (fast <= slow || price <= fast) return 0;
  highest = price;
  const weight = Math.min(1, (RISK * price) / (STOP * range));
  return (weight * portfolio.equity) / price;
}`;

/** Two moving averages, a trailing stop of true ranges, and a size by what the stop would cost. */
export function trendFollowing(sense: MarketSense): WrittenStrategy {
  const slow = windowOf(100, sense);
  const fast = Math.round(slow / 5);
  const stop = sense.volatility > LIVELY ? 4 : 3;
  const risk = rough(stop * sense.dailyRange);
  return {
    reasons: [
      `Prices that have begun to rise tend to go on: hold while the mean of ${fast} bars is above that of ${slow}.`,
      `A stop trails ${stop} average true ranges below the highest close, wider where the year's volatility is above ${percent(LIVELY)}; the size is such that it costs ${percent(risk)} of the equity, so an unquiet market is held smaller.`,
    ],
    code: program({
      idea: "Trend following: two moving averages, a trailing stop, sized by the average true range.",
      parameters: { FAST: fast, SLOW: slow, RANGE: 20, STOP: stop, RISK: risk },
      body: BODY,
      snippets: [rollingMean, averageTrueRange],
    }),
  };
}

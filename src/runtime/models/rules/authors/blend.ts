import { type MarketSense, windowOf } from "./market-sense.ts";
import { program, type WrittenStrategy } from "./program.ts";
import { channel, rollingMean, rollingVolatility } from "./snippets.ts";

const BODY = `const trendMean = rollingMean(TREND);
const strength = relativeStrength(STRENGTH);
const shortVolatility = rollingVolatility(CALM[0]);
const longVolatility = rollingVolatility(CALM[1]);

function execute_trade({ high, low, close }, portfolio) {
  const price = close[close.length - 1];
  const trend = trendMean(close);
  const rsi = strength(close);
  const isCalm = shortVolatility(close) < longVolatility(close);
  if (close.length < TREND) return 0;

  const middle = (highestBefore(high, CHANNEL) + lowestBefore(low, CHANNEL)) / 2;
  const votes = [price > trend, price > middle, rsi < FALLEN, isCalm].filter(Boolean).length;
  if (portfolio.shares > 0) return votes < 2 ? -portfolio.shares : 0;
  return votes > 2 ? portfolio.equity / price : 0;
}`;

const RELATIVE_STRENGTH = `// Wilder's relative strength index, 0 to 100, brought up to date at each bar.
function relativeStrength(length) {
  let gains = 0;
  let losses = 0;
  return (close) => {
    const count = close.length;
    if (count < 2) return 50;
    const change = close[count - 1] - close[count - 2];
    const share = 1 / Math.min(count - 1, length);
    gains += share * (Math.max(change, 0) - gains);
    losses += share * (Math.max(-change, 0) - losses);
    return gains + losses > 0 ? (100 * gains) / (gains + losses) : 50;
  };
}`;

/** Four rules of different minds that vote: in by three of them, out when fewer than two are left. */
export function blend(sense: MarketSense): WrittenStrategy {
  const trend = windowOf(150, sense);
  const weeks = windowOf(30, sense, 0.5);
  const fallen = sense.turns ? 50 : 40;
  return {
    reasons: [
      `No rule is right for long, so four of different minds vote: trend (the price is above its mean of ${trend} bars), breakout (above the middle of its channel of ${weeks} bars), mean reversion (a relative strength index of 7 bars below ${fallen}${sense.turns ? "; a day tends to undo the one before here, so this says much" : ""}) and calm (the volatility of 10 bars is below that of 40).`,
      "Three votes buy with all of the equity; it is sold when fewer than two are left. The gap between the two keeps costs down.",
    ],
    code: program({
      idea: "A blend: trend, breakout, mean reversion and calm vote; in by three, out below two.",
      parameters: { TREND: trend, CHANNEL: weeks, STRENGTH: 7, FALLEN: fallen, CALM: [10, 40] },
      body: BODY,
      snippets: [RELATIVE_STRENGTH, channel, rollingMean, rollingVolatility],
    }),
  };
}

import { type MarketSense, windowOf } from "./market-sense.ts";
import { program, type WrittenStrategy } from "./program.ts";
import { rollingMean } from "./snippets.ts";

const BODY = `const trendMean = rollingMean(TREND);
let held = 0; // bars

function execute_trade({ close }, portfolio) {
  const price = close[close.length - 1];
  const trend = trendMean(close);
  if (close.length < TREND) return 0;

  const score = zScore(close, LENGTH);
  if (portfolio.shares > 0) {
    held += 1;
    return score > EXIT || held >= PATIENCE ? -portfolio.shares : 0;
  }
  held = 0;
  const fallen = score < -ENTRY;
  return fallen && price > FLOOR * trend ? portfolio.equity / price : 0;
}`;

const Z_SCORE = `// How many standard deviations the last value is above the mean of the last \`length\`.
function zScore(values, length) {
  const start = values.length - length;
  let sum = 0;
  for (let i = start; i < values.length; i++) sum += values[i];
  const mean = sum / length;
  let squares = 0;
  for (let i = start; i < values.length; i++) squares += (values[i] - mean) ** 2;
  const deviation = Math.sqrt(squares / length);
  return deviation > 0 ? (values[values.length - 1] - mean) / deviation : 0;
}`;

/** Falls below a short mean are bought while the long trend holds, and sold when the mean is back. */
export function meanReversion(sense: MarketSense): WrittenStrategy {
  const trend = windowOf(200, sense);
  const length = windowOf(10, sense);
  const entry = sense.turns ? 1 : 1.25;
  return {
    reasons: [
      `What has fallen fast within a rising market tends to come back: buy where the price is ${entry} of its standard deviation below the mean of ${length} bars, sell where it is half of it above, or after ${2 * length} bars.`,
      sense.turns
        ? "A day tends to undo the one before here, so a small fall is enough."
        : "Days do not tend to undo each other here, so it takes more of a fall than one standard deviation.",
      `Below 95 % of the mean of ${trend} bars nothing is bought: there a fall may be the beginning of a longer one.`,
    ],
    code: program({
      idea: "Mean reversion: buy short falls in a rising market, sell when the mean is back.",
      parameters: {
        LENGTH: length,
        TREND: trend,
        ENTRY: entry,
        EXIT: 0.5,
        FLOOR: 0.95,
        PATIENCE: 2 * length,
      },
      body: BODY,
      snippets: [Z_SCORE, rollingMean],
    }),
  };
}

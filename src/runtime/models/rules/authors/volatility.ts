import { type MarketSense, percent, rough } from "./market-sense.ts";
import { program, type WrittenStrategy } from "./program.ts";
import { orderToward, rollingVolatility } from "./snippets.ts";

/** How much of its usual volatility the position may have. */
const SHARE = 0.6;

const BODY = `const shortVolatility = rollingVolatility(SHORT);
const longVolatility = rollingVolatility(LONG);

function execute_trade({ close }, portfolio) {
  const short = shortVolatility(close);
  const long = longVolatility(close);
  if (close.length < LONG) return 0;

  const price = close[close.length - 1];
  const feared = Math.max(short, long);
  const weight = Math.min(1, TARGET / feared);
  const panic = short > PANIC * long && price < close[close.length - 1 - SHORT];
  return orderToward(panic ? 0 : weight, BAND, price, portfolio);
}`;

/** A constant risk: much is held when the market is calm, little when it is not. */
export function volatility(sense: MarketSense): WrittenStrategy {
  const target = rough(SHARE * sense.volatility);
  return {
    reasons: [
      `Volatility can be foreseen better than returns: it comes in spells. So the position is held to ${percent(target)} a year, ${percent(SHARE)} of what the market has shown, and shrinks as volatility of 10 or 60 bars, whichever is higher, grows.`,
      "When the short one is 1.4 times the long one and the price has fallen, all is sold until it calms down. Changes below 8 % of the equity are left out.",
    ],
    code: program({
      idea: "Volatility: hold what keeps the risk constant, nothing in a panic.",
      parameters: { SHORT: 10, LONG: 60, TARGET: target, PANIC: 1.4, BAND: 0.08 },
      body: BODY,
      snippets: [rollingVolatility, orderToward],
    }),
  };
}

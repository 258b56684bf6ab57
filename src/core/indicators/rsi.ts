import { RSI } from "trading-signals";
import { align } from "./align.ts";
import { closes } from "./columns.ts";
import type { Indicator } from "./indicator.ts";
import { stepsToSettle } from "./settling.ts";

const PERIOD = 14;
const BARS = PERIOD + 1;

/**
 * Wilder, New Concepts in Technical Trading Systems (1978). Until a close differs from the first
 * there is neither a gain nor a loss, and the ratio is 0 / 0: null, where the library says 100.
 */
export const rsi14: Indicator = {
  name: "rsi_14",
  title: `Relative strength index, ${PERIOD} days`,
  definition: `100 x average gain / (average gain + average loss) of adjusted closes, Wilder's smoothing over ${PERIOD} days`,
  undefinedWhen: "the close has not changed once",
  settledAfter: BARS + stepsToSettle(1 / PERIOD),
  compute: (candles) => {
    const prices = closes(candles);
    const firstChange = prices.findIndex((price) => price !== prices[0]);
    const values = new RSI(PERIOD)
      .updates(prices)
      .map((value, i) => (firstChange === -1 || i < firstChange ? null : value));
    return [
      {
        path: "rsi_14",
        label: `RSI (${PERIOD})`,
        unit: "points",
        barsNeeded: BARS,
        values: align(candles.length, values),
      },
    ];
  },
};

import { ATR } from "technicalindicators";
import { align } from "./align.ts";
import { highLowClose } from "./columns.ts";
import type { Indicator } from "./indicator.ts";
import { stepsToSettle } from "./settling.ts";

const PERIOD = 14;
/** The first bar has no close before it, so no true range. */
const BARS = PERIOD + 1;

/** Wilder, New Concepts in Technical Trading Systems (1978). Zero on a flat series. */
export const atr14: Indicator = {
  name: "atr_14",
  title: `Average true range, ${PERIOD} days`,
  definition: `Wilder's average over ${PERIOD} days of the true range, the day's range widened to the close before, on adjusted bars`,
  undefinedWhen: null,
  settledAfter: BARS + stepsToSettle(1 / PERIOD),
  compute: (candles) => [
    {
      path: "atr_14",
      label: `ATR (${PERIOD})`,
      unit: "currency",
      barsNeeded: BARS,
      values: align(candles.length, ATR.calculate({ period: PERIOD, ...highLowClose(candles) })),
    },
  ],
};

import { EMA } from "technicalindicators";
import { align } from "./align.ts";
import { closes } from "./columns.ts";
import type { Indicator } from "./indicator.ts";
import { stepsToSettle } from "./settling.ts";

const PERIOD = 10;

/** Smoothing 2 / (n + 1), seeded with the mean of the first n closes, as TA-Lib does. */
export const ema10: Indicator = {
  name: "ema_10",
  title: `Exponential moving average, ${PERIOD} days`,
  definition: `exponential average of adjusted closes, smoothing 2 / (${PERIOD} + 1), seeded with the mean of the first ${PERIOD}`,
  undefinedWhen: null,
  settledAfter: PERIOD + stepsToSettle(2 / (PERIOD + 1)),
  compute: (candles) => [
    {
      path: "ema_10",
      label: `EMA (${PERIOD})`,
      unit: "currency",
      barsNeeded: PERIOD,
      values: align(candles.length, EMA.calculate({ period: PERIOD, values: closes(candles) })),
    },
  ],
};

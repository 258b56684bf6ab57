import { ADX } from "technicalindicators";
import { align } from "./align.ts";
import { highLowClose } from "./columns.ts";
import type { Indicator } from "./indicator.ts";
import { stepsToSettle } from "./settling.ts";

const PERIOD = 14;
/** One bar to move from, a period to smooth the movement, and a period of DX to average. */
const BARS = 2 * PERIOD;
/** Two averages stand one behind the other. */
const STEPS = 2 * stepsToSettle(1 / PERIOD);

/**
 * Wilder, New Concepts in Technical Trading Systems (1978). With no movement in the first period
 * its first DX is 0 / 0, and every later average rests on that one: null throughout.
 */
export const adx14: Indicator = {
  name: "adx_14",
  title: `Average directional index, ${PERIOD} days`,
  definition: `Wilder's average over ${PERIOD} days of DX = 100 x |+DI - -DI| / (+DI + -DI), on adjusted bars; says how strong a trend is, not which way it goes`,
  undefinedWhen: `the first ${PERIOD} days show no directional movement`,
  settledAfter: BARS + STEPS,
  compute: (candles) => [
    {
      path: "adx_14",
      label: `ADX (${PERIOD})`,
      unit: "points",
      barsNeeded: BARS,
      values: align(
        candles.length,
        ADX.calculate({ period: PERIOD, ...highLowClose(candles) }).map((row) => row.adx),
      ),
    },
  ],
};

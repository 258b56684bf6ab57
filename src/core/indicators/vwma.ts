import { VWMA } from "trading-signals";
import { align } from "./align.ts";
import type { Indicator } from "./indicator.ts";

const PERIOD = 20;

/** Null when nothing was traded in the window: there is nothing to weigh by. */
export const vwma20: Indicator = {
  name: "vwma_20",
  title: `Volume-weighted moving average, ${PERIOD} days`,
  definition: `sum of adjusted close x volume over sum of volume, last ${PERIOD} days`,
  undefinedWhen: `nothing was traded for ${PERIOD} days`,
  settledAfter: null,
  compute: (candles) => [
    {
      path: "vwma_20",
      label: `VWMA (${PERIOD})`,
      unit: "currency",
      barsNeeded: PERIOD,
      values: align(candles.length, new VWMA(PERIOD).updates(candles)),
    },
  ],
};

import { SMA } from "technicalindicators";
import { align } from "./align.ts";
import { closes } from "./columns.ts";
import type { Indicator } from "./indicator.ts";

export const sma50 = sma("sma_50", 50);
export const sma200 = sma("sma_200", 200);

function sma(name: "sma_50" | "sma_200", period: number): Indicator {
  return {
    name,
    title: `Simple moving average, ${period} days`,
    definition: `mean of the last ${period} adjusted closes`,
    undefinedWhen: null,
    settledAfter: null,
    compute: (candles) => [
      {
        path: name,
        label: `SMA (${period})`,
        unit: "currency",
        barsNeeded: period,
        values: align(candles.length, SMA.calculate({ period, values: closes(candles) })),
      },
    ],
  };
}

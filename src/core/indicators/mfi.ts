import { MFI } from "trading-signals";
import type { Candle } from "../candle.ts";
import { align } from "./align.ts";
import type { Indicator } from "./indicator.ts";

const PERIOD = 14;

/**
 * Quong and Soudack's money flow index. A window in which no money flowed either way makes it
 * 0 / 0: null, where the library says 50.
 */
export const mfi14: Indicator = {
  name: "mfi_14",
  title: `Money flow index, ${PERIOD} days`,
  definition: `100 x positive / (positive + negative) flow of the last ${PERIOD} days; flow = typical price x volume, signed by the change of the typical price (high + low + close) / 3, adjusted`,
  undefinedWhen: `no volume traded at a changed price for ${PERIOD} days`,
  settledAfter: null,
  compute: (candles) => {
    const flowed = candles.map(hasFlow);
    const values = new MFI(PERIOD).updates(candles).map((value, i) =>
      flowed
        .slice(0, i + 1)
        .slice(-PERIOD)
        .includes(true)
        ? value
        : null,
    );
    return [
      {
        path: "mfi_14",
        label: `MFI (${PERIOD})`,
        unit: "points",
        barsNeeded: PERIOD + 1,
        values: align(candles.length, values),
      },
    ];
  },
};

function hasFlow(candle: Candle, i: number, candles: readonly Candle[]): boolean {
  const before = candles[i - 1];
  return before !== undefined && candle.volume > 0 && typical(candle) !== typical(before);
}

function typical({ high, low, close }: Candle): number {
  return (high + low + close) / 3;
}

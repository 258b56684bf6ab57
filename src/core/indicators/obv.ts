import { OBV } from "technicalindicators";
import { align } from "./align.ts";
import { closes } from "./columns.ts";
import type { Indicator } from "./indicator.ts";

/** Granville's on-balance volume. The first bar has no change of price, so no value. */
export const obv: Indicator = {
  name: "obv",
  title: "On-balance volume",
  definition:
    "volume added on days the adjusted close rises, taken off on days it falls, from 0 at the first bar; only its changes tell, its level depends on where the history begins",
  undefinedWhen: null,
  settledAfter: null,
  compute: (candles) => [
    {
      path: "obv",
      label: "OBV",
      unit: "shares",
      barsNeeded: 2,
      values: align(
        candles.length,
        OBV.calculate({ close: closes(candles), volume: candles.map((candle) => candle.volume) }),
      ),
    },
  ],
};

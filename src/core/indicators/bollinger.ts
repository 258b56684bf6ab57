import { BollingerBands } from "technicalindicators";
import { align } from "./align.ts";
import { closes } from "./columns.ts";
import type { Indicator } from "./indicator.ts";

const PERIOD = 20;
const WIDTH = 2;

const bands = ["upper", "middle", "lower"] as const;

/** Bollinger on Bollinger Bands (2001): the deviation is the population's, divided by n. */
export const bollinger: Indicator = {
  name: "bollinger",
  title: "Bollinger bands",
  definition: `mean of the last ${PERIOD} adjusted closes, and that mean plus and minus ${WIDTH} population standard deviations`,
  undefinedWhen: null,
  settledAfter: null,
  compute: (candles) => {
    const rows = BollingerBands.calculate({
      period: PERIOD,
      stdDev: WIDTH,
      values: closes(candles),
    });
    return bands.map((band) => ({
      path: `bollinger.${band}`,
      label: `Bollinger ${band} band (${PERIOD}, ${WIDTH})`,
      unit: "currency",
      barsNeeded: PERIOD,
      values: align(
        candles.length,
        rows.map((row) => row[band]),
      ),
    }));
  },
};

import { z } from "zod";
import { barAvailableAt } from "#core/bar-time.ts";
import { adjusted } from "#core/candle.ts";
import {
  type IndicatorName,
  indicatorNameSchema,
  indicators,
  noteOn,
} from "#core/indicators/index.ts";
import { unitFor, volumeLabel } from "#core/price-unit.ts";
import { tickerSchema } from "#core/ticker.ts";
import type { FactToolDefinition } from "../fact-tool.ts";
import { readHistory } from "../read-history.ts";
import { whyNoVolume } from "../uncounted-volume.ts";

const EARLIER = 5;

/** Which values of a line are stated: how many bars back, and how that is said. */
const MOMENTS = [
  { back: 0, suffix: "", words: "" },
  { back: EARLIER, suffix: `.${EARLIER}_bars_ago`, words: `, ${EARLIER} bars ago` },
] as const;

/** One technical indicator over split- and dividend-adjusted daily bars: its latest values. */
export const indicator: FactToolDefinition<{ symbol: string; indicator: IndicatorName }> = {
  name: "get_indicator",
  description: `One technical indicator of a symbol, latest and ${EARLIER} bars ago, on daily bars adjusted for splits and dividends.`,
  schema: z.object({ symbol: tickerSchema, indicator: indicatorNameSchema }),
  async find({ symbol, indicator: name }, reading) {
    const history = await readHistory(symbol, reading);
    const { candles, currency, source, notices } = history;
    const moments = MOMENTS.map((moment) => {
      const day = candles.at(-1 - moment.back)?.date ?? null;
      const availableAt = day === null ? null : barAvailableAt(day, history);
      return { ...moment, asOf: day, availableAt };
    });
    const chosen = indicators[name];
    const facts = chosen.compute(adjusted(candles)).flatMap((line) => {
      const ofVolume = line.unit === "shares";
      const label = ofVolume ? volumeLabel(symbol, line.label) : line.label;
      const uncounted = ofVolume ? whyNoVolume(candles) : null;
      return moments.map(({ back, suffix, words, asOf, availableAt }) => {
        const value = uncounted === null ? (line.values.at(-1 - back) ?? null) : null;
        return {
          path: `${line.path}${suffix}`,
          label: `${label}${words}`,
          value,
          unit: unitFor(symbol, line.unit),
          currency,
          asOf,
          availableAt,
          note: uncounted ?? noteOn(chosen, line, Math.max(0, candles.length - back), value),
        };
      });
    });
    return { source, facts, notices };
  },
};

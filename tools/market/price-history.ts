import type { Candle } from "#core/candle.ts";
import { type Day, daysBetween } from "#core/day.ts";
import { mean } from "#core/mean.ts";
import type { FactToolDefinition, Finding } from "../fact-tool.ts";
import { lastYear } from "../last-year.ts";
import { endsOf, percentAbove, priceChange, spanNames, spanWords } from "../price-change.ts";
import { readHistory } from "../read-history.ts";
import { symbolSchema } from "../symbol-schema.ts";

const RECENT = 20;
const AS_QUOTED = "split-adjusted, as quoted";

/** Price, its changes over usual spans, its range and its volume, from daily bars. */
export const priceHistory: FactToolDefinition<{ symbol: string }> = {
  name: "get_price_history",
  description:
    "Daily price history of a symbol: last close, changes over 1 day to 1 year, 52-week range, 20-day range, volume.",
  schema: symbolSchema,
  async find({ symbol }, reading) {
    const { candles, currency, source, notices } = await readHistory(symbol, reading);
    const last = candles.at(-1);
    if (last === undefined) return { source, facts: [], notices };
    const facts = [
      ...levels(candles, last).map((fact) => ({ ...fact, currency })),
      ...spanNames.map((span) => ({
        ...priceChange(candles, span),
        path: `price.change_${span}`,
        label: `Change over ${spanWords(span)}`,
      })),
      ...volumes(candles, last),
      ...extent(candles, last, reading.asOf),
    ];
    return { source, asOf: last.date, facts, notices };
  },
};

function levels(candles: readonly Candle[], last: Candle): Finding[] {
  const year = lastYear(candles);
  const high = Math.max(...year.map((bar) => bar.high));
  const low = Math.min(...year.map((bar) => bar.low));
  const whole = endsOf(candles, "1y") !== null;
  const note = whole ? AS_QUOTED : `${AS_QUOTED}; since the first bar, ${candles[0]?.date}`;
  const unit = "currency";
  return [
    { path: "price.close", label: "Last close", value: last.close, unit, note: AS_QUOTED },
    { path: "price.high_52w", label: "52-week high", value: high, unit, note },
    { path: "price.low_52w", label: "52-week low", value: low, unit, note },
    {
      path: "price.from_high_52w",
      label: "Distance from the 52-week high",
      value: percentAbove(last.close, high),
      unit: "percent",
      note,
    },
    {
      path: "price.support_20",
      label: `Lowest low of ${RECENT} bars`,
      unit,
      ...ofRecent(candles, (bars) => Math.min(...bars.map((bar) => bar.low)), AS_QUOTED),
    },
    {
      path: "price.resistance_20",
      label: `Highest high of ${RECENT} bars`,
      unit,
      ...ofRecent(candles, (bars) => Math.max(...bars.map((bar) => bar.high)), AS_QUOTED),
    },
  ];
}

/** Of an instrument whose volume is not counted, every bar has 0: that is unknown, not nothing. */
function volumes(candles: readonly Candle[], last: Candle): Finding[] {
  const last20 = { path: "price.volume_average_20", label: `Average volume of ${RECENT} bars` };
  const unit = "shares";
  if (candles.every((bar) => bar.volume === 0)) {
    const uncounted = { value: null, unit, note: "the source counts no volume for it" } as const;
    return [
      { path: "price.volume", label: "Volume", ...uncounted },
      { ...last20, ...uncounted },
    ];
  }
  return [
    { path: "price.volume", label: "Volume", value: last.volume, unit },
    { ...last20, unit, ...ofRecent(candles, (bars) => mean(bars.map((bar) => bar.volume))) },
  ];
}

function extent(candles: readonly Candle[], last: Candle, asOf: Day): Finding[] {
  const age = daysBetween(last.date, asOf);
  return [
    { path: "price.bars", label: "Daily bars", value: candles.length, unit: "count" },
    { path: "price.last_day", label: "Last bar's day", value: last.date, unit: "date" },
    { path: "price.age_days", label: "Age of the last bar", value: age, unit: "days", asOf },
  ];
}

function ofRecent(
  candles: readonly Candle[],
  measure: (bars: readonly Candle[]) => number,
  note: string | null = null,
): Pick<Finding, "value" | "note"> {
  return candles.length < RECENT
    ? { value: null, note: `needs ${RECENT} bars, has ${candles.length}` }
    : { value: measure(candles.slice(-RECENT)), note };
}

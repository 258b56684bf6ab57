import type { Candle, PriceHistory } from "#core/candle.ts";
import { type Day, daysBetween } from "#core/day.ts";
import { mean } from "#core/mean.ts";
import { percentAbove, priceChange, spanNames, spanWords } from "#core/price-change.ts";
import { unitFor, volumeLabel } from "#core/price-unit.ts";
import { splitJumps } from "#core/split-jumps.ts";
import type { FactToolDefinition, Finding } from "../fact-tool.ts";
import { jumpsInWords } from "../jumps-in-words.ts";
import { lastYear, whyNoYear } from "../last-year.ts";
import { readHistory } from "../read-history.ts";
import { symbolSchema } from "../symbol-schema.ts";
import { whyNoVolume } from "../uncounted-volume.ts";

const RECENT = 20;
const AS_QUOTED = "split-adjusted, as quoted";

/** Price, its changes over usual spans, its range and its volume, from daily bars. */
export const priceHistory: FactToolDefinition<{ symbol: string }> = {
  name: "get_price_history",
  description:
    "Daily price history of a symbol: last close, changes over 1 day to 1 year, 52-week range, 20-day range, volume.",
  schema: symbolSchema,
  async find({ symbol }, reading) {
    const history = await readHistory(symbol, reading);
    const { candles, currency, source, availableAt, notices } = history;
    const last = candles.at(-1);
    if (last === undefined) return { source, facts: [], notices };
    const facts = [
      ...levels(candles, last).map((fact) => ({ ...fact, currency })),
      ...spanNames.map((span) => ({
        ...priceChange(candles, span),
        path: `price.change_${span}`,
        label: `Change over ${spanWords(span)}`,
      })),
      ...volumes(candles, last).map((fact) => ({
        ...fact,
        label: volumeLabel(symbol, fact.label),
      })),
      ...extent(candles, last, reading.asOf),
      jumps(history),
    ].map((fact) => ({ ...fact, unit: unitFor(symbol, fact.unit) }));
    return { source, asOf: last.date, availableAt, facts, notices };
  },
};

/** Units are those of a stock here. */
function levels(candles: readonly Candle[], last: Candle): Finding[] {
  const year = lastYear(candles);
  const high = Math.max(...year.map((bar) => bar.high));
  const low = Math.min(...year.map((bar) => bar.low));
  const tooShort = whyNoYear(year);
  const ofYear = (value: number) =>
    tooShort === null ? { value, note: AS_QUOTED } : { value: null, note: tooShort };
  const unit = "currency";
  return [
    { path: "price.close", label: "Last close", value: last.close, unit, note: AS_QUOTED },
    { path: "price.high_52w", label: "52-week high", unit, ...ofYear(high) },
    { path: "price.low_52w", label: "52-week low", unit, ...ofYear(low) },
    {
      path: "price.from_high_52w",
      label: "Distance from the 52-week high",
      unit: "percent",
      ...ofYear(percentAbove(last.close, high)),
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

function volumes(candles: readonly Candle[], last: Candle): Finding[] {
  const last20 = { path: "price.volume_average_20", label: `Average volume of ${RECENT} bars` };
  const unit = "shares";
  const note = whyNoVolume(candles);
  if (note !== null) {
    const uncounted = { value: null, unit, note } as const;
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

function jumps(history: PriceHistory): Finding {
  const found = splitJumps(history);
  return {
    path: "price.unexplained_jumps",
    label: "One-day jumps of the adjusted close by a factor of splits",
    value: found.length,
    unit: "count",
    note: found.length === 0 ? null : jumpsInWords(found),
  };
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

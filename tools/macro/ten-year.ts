import type { Candle } from "#core/candle.ts";
import { endsOf, type PriceSpan, spanWords, whyNoEnds } from "#core/price-change.ts";
import { unitFor } from "#core/price-unit.ts";
import type { Finding, Findings, Reading } from "../fact-tool.ts";
import { readHistory } from "../read-history.ts";

const SYMBOL = "^TNX";
const NAME = "US ten-year yield";

/** The yield of ten-year US treasury notes in percent, and how far it has moved. */
export async function tenYearFacts(reading: Reading): Promise<Findings> {
  const { candles, day, source, availableAt, notices } = await readHistory(SYMBOL, reading);
  return {
    source,
    asOf: day,
    availableAt,
    facts: [
      {
        path: "macro.ten_year.level",
        label: NAME,
        value: candles.at(-1)?.close ?? null,
        unit: unitFor(SYMBOL, "currency"),
      },
      move(candles, "1m"),
      move(candles, "3m"),
    ],
    notices,
  };
}

/** A yield moves by percentage points: a percentage of a percentage would mislead. */
function move(candles: readonly Candle[], span: PriceSpan): Finding {
  const ends = endsOf(candles, span);
  return {
    path: `macro.ten_year.change_${span}`,
    label: `${NAME}, change over ${spanWords(span)} in percentage points`,
    value: ends === null ? null : ends.to.close - ends.from.close,
    unit: "points",
    note: ends === null ? whyNoEnds(candles, span) : `percentage points, from ${ends.from.date}`,
  };
}

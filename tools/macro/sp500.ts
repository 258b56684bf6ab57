import { adjusted } from "#core/candle.ts";
import { indicators, noteOn } from "#core/indicators/index.ts";
import { percentAbove } from "#core/price-change.ts";
import { unitFor } from "#core/price-unit.ts";
import type { Findings, Reading } from "../fact-tool.ts";
import { readHistory } from "../read-history.ts";
import { seriesChanges } from "./series-changes.ts";

const SYMBOL = "^GSPC";
const AVERAGE = indicators.sma_200;

/** The S&P 500: its level, its changes and where it stands to its 200-day average. */
export async function sp500Facts(reading: Reading): Promise<Findings> {
  const { candles, day, source, availableAt, notices } = await readHistory(SYMBOL, reading);
  const level = candles.at(-1)?.close ?? null;
  const distances = AVERAGE.compute(adjusted(candles)).map((line) => {
    const average = line.values.at(-1) ?? null;
    return {
      path: "macro.sp500.from_sma_200",
      label: "S&P 500, distance from its 200-day average",
      value: level === null || average === null ? null : percentAbove(level, average),
      unit: "percent" as const,
      note: noteOn(AVERAGE, line, candles.length, average),
    };
  });
  return {
    source,
    asOf: day,
    availableAt,
    facts: [
      {
        path: "macro.sp500.level",
        label: "S&P 500",
        value: level,
        unit: unitFor(SYMBOL, "currency"),
      },
      ...seriesChanges("macro.sp500", "S&P 500", candles),
      ...distances,
    ],
    notices,
  };
}

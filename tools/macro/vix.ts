import { mean } from "#core/mean.ts";
import { priceChange } from "#core/price-change.ts";
import { unitFor } from "#core/price-unit.ts";
import type { Findings, Reading } from "../fact-tool.ts";
import { lastYear, whyNoYear } from "../last-year.ts";
import { readHistory } from "../read-history.ts";

const SYMBOL = "^VIX";

/** The S&P 500's volatility index: its level, what is usual, and where it came from. */
export async function vixFacts(reading: Reading): Promise<Findings> {
  const { candles, day, source, availableAt, notices } = await readHistory(SYMBOL, reading);
  const year = lastYear(candles);
  const tooShort = whyNoYear(year);
  const unit = unitFor(SYMBOL, "currency");
  return {
    source,
    asOf: day,
    availableAt,
    facts: [
      {
        path: "macro.vix.level",
        label: "VIX",
        value: candles.at(-1)?.close ?? null,
        unit,
      },
      {
        path: "macro.vix.average_1y",
        label: "VIX, average of 1 year",
        value: tooShort === null ? mean(year.map((bar) => bar.close)) : null,
        unit,
        note: tooShort ?? "mean of daily closes",
      },
      {
        path: "macro.vix.change_1m",
        label: "VIX, change over 1 month",
        ...priceChange(candles, "1m"),
      },
    ],
    notices,
  };
}

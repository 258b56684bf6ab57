import { mean } from "#core/mean.ts";
import type { Findings, Reading } from "../fact-tool.ts";
import { lastYear } from "../last-year.ts";
import { endsOf, priceChange, whyNoEnds } from "../price-change.ts";
import { readHistory } from "../read-history.ts";

/** The S&P 500's volatility index: its level, what is usual, and where it came from. */
export async function vixFacts(reading: Reading): Promise<Findings> {
  const { candles, day, source, notices } = await readHistory("^VIX", reading);
  const reaches = endsOf(candles, "1y") !== null;
  return {
    source,
    asOf: day,
    facts: [
      {
        path: "macro.vix.level",
        label: "VIX",
        value: candles.at(-1)?.close ?? null,
        unit: "points",
      },
      {
        path: "macro.vix.average_1y",
        label: "VIX, average of 1 year",
        value: reaches ? mean(lastYear(candles).map((bar) => bar.close)) : null,
        unit: "points",
        note: reaches ? "mean of daily closes" : whyNoEnds(candles, "1y"),
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

import { z } from "zod";
import { tickerSchema } from "#core/ticker.ts";
import type { FactToolDefinition, Findings, Reading } from "../fact-tool.ts";
import { sectorFacts } from "./sector.ts";
import { sp500Facts } from "./sp500.ts";
import { tenYearFacts } from "./ten-year.ts";
import { vixFacts } from "./vix.ts";

const macroSeriesSchema = z.enum(["sp500", "vix", "ten_year", "sector"]);
type MacroSeries = z.infer<typeof macroSeriesSchema>;

const find: Readonly<Record<MacroSeries, (reading: Reading, symbol: string) => Promise<Findings>>> =
  {
    sp500: sp500Facts,
    vix: vixFacts,
    ten_year: tenYearFacts,
    sector: sectorFacts,
  };

/** The backdrop: the S&P 500, its volatility index, the ten-year yield, the stock's sector fund. */
export const macro: FactToolDefinition<{ symbol: string; series: MacroSeries }> = {
  name: "get_macro",
  description:
    "Market backdrop for a symbol: S&P 500 (sp500), VIX (vix), US ten-year yield (ten_year) or its sector fund (sector).",
  schema: z.object({ symbol: tickerSchema, series: macroSeriesSchema }),
  find: ({ symbol, series }, reading) => find[series](reading, symbol),
};

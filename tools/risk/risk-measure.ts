import { z } from "zod";
import { tickerSchema } from "#core/ticker.ts";
import type { FactToolDefinition } from "../fact-tool.ts";
import { lastYear } from "../last-year.ts";
import { readHistory } from "../read-history.ts";
import { INDEX, type RiskMeasure, riskMeasureSchema, riskMeasures } from "./measures.ts";

/** One risk measure of a symbol, from a year of adjusted daily returns. */
export const risk: FactToolDefinition<{ symbol: string; measure: RiskMeasure }> = {
  name: "get_risk",
  description: `One risk measure of a symbol over a year of daily returns; beta and correlation are with ${INDEX}.`,
  schema: z.object({ symbol: tickerSchema, measure: riskMeasureSchema }),
  async find({ symbol, measure }, reading) {
    const { withIndex, facts } = riskMeasures[measure];
    const [own, index] = await Promise.all([
      readHistory(symbol, reading),
      withIndex ? readHistory(INDEX, reading) : null,
    ]);
    const year = lastYear(own.candles);
    return {
      source: own.source,
      asOf: own.day,
      facts: facts(year, lastYear(index?.candles ?? [], own.day ?? undefined)),
      notices: [...new Set([...own.notices, ...(index?.notices ?? [])])],
    };
  },
};

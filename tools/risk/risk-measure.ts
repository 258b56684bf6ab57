import { z } from "zod";
import { tickerSchema } from "#core/ticker.ts";
import type { FactToolDefinition } from "../fact-tool.ts";
import { lastYear } from "../last-year.ts";
import { readHistory } from "../read-history.ts";
import { currenciesApart, laterAvailable } from "../two-histories.ts";
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
    const { source, day: asOf } = own;
    if (index === null) {
      const { availableAt, notices } = own;
      return { source, asOf, availableAt, facts: facts(year, []), notices };
    }
    const currencies = currenciesApart(own, index);
    return {
      source,
      asOf,
      availableAt: laterAvailable(own, index),
      facts: facts(year, lastYear(index.candles, own.day ?? undefined)).map((fact) => ({
        ...fact,
        note: `${fact.note}${currencies}`,
      })),
      notices: [...new Set([...own.notices, ...index.notices])],
    };
  },
};

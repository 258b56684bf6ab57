import type { StructuredToolInterface } from "@langchain/core/tools";
import type { MarketData } from "#core/ports.ts";
import { createFactTool } from "./fact-tool.ts";
import { earnings } from "./fundamentals/earnings.ts";
import { keyStatistics } from "./fundamentals/key-statistics.ts";
import { profile } from "./fundamentals/profile.ts";
import { statement } from "./fundamentals/statement.ts";
import { macro } from "./macro/macro-series.ts";
import { indicator } from "./market/indicator.ts";
import { priceHistory } from "./market/price-history.ts";
import { quote } from "./market/quote.ts";
import { headlines } from "./news/headlines.ts";
import { risk } from "./risk/risk-measure.ts";
import { insiderTransactions } from "./sentiment/insider-transactions.ts";
import { recommendations } from "./sentiment/recommendations.ts";

/** Every tool of the desk over one source of market data. */
export function createTools(market: MarketData): readonly StructuredToolInterface[] {
  return [
    createFactTool(priceHistory, market),
    createFactTool(indicator, market),
    createFactTool(quote, market),
    createFactTool(profile, market),
    createFactTool(keyStatistics, market),
    createFactTool(statement, market),
    createFactTool(earnings, market),
    createFactTool(headlines, market),
    createFactTool(recommendations, market),
    createFactTool(insiderTransactions, market),
    createFactTool(macro, market),
    createFactTool(risk, market),
  ];
}

import type { StructuredToolInterface } from "@langchain/core/tools";
import type { MarketData } from "#core/ports.ts";
import { createFactTool, type MarketOpener } from "./fact-tool.ts";
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

/** Every tool of the desk over one source of market data, or over the one that each call opens. */
export function createTools(source: MarketData | MarketOpener): readonly StructuredToolInterface[] {
  return [
    createFactTool(priceHistory, source),
    createFactTool(indicator, source),
    createFactTool(quote, source),
    createFactTool(profile, source),
    createFactTool(keyStatistics, source),
    createFactTool(statement, source),
    createFactTool(earnings, source),
    createFactTool(headlines, source),
    createFactTool(recommendations, source),
    createFactTool(insiderTransactions, source),
    createFactTool(macro, source),
    createFactTool(risk, source),
  ];
}

import type { AnalystName } from "#core/analyst.ts";
import { indicatorNames } from "#core/indicators/index.ts";
import { statementKinds, statementPeriods } from "#core/statement.ts";
import { fundamentalsPrompt } from "./prompts/fundamentals.ts";
import { macroPrompt } from "./prompts/macro.ts";
import { marketPrompt } from "./prompts/market.ts";
import { newsPrompt } from "./prompts/news.ts";
import { riskPrompt } from "./prompts/risk.ts";
import { sentimentPrompt } from "./prompts/sentiment.ts";

/** A call that is made before the analyst's model is asked; the symbol is added to its arguments. */
export interface PlannedCall {
  readonly tool: string;
  readonly args?: Readonly<Record<string, string>>;
}

/** An analyst is a row: what it is told, and what it is given. It may ask for more of the same tools. */
export interface Analyst {
  readonly name: AnalystName;
  readonly prompt: string;
  readonly plan: readonly PlannedCall[];
}

/** The calls of one tool for each value of one argument. */
function each(tool: string, argument: string, values: readonly string[]): PlannedCall[] {
  return values.map((value) => ({ tool, args: { [argument]: value } }));
}

const statements: readonly PlannedCall[] = statementPeriods.flatMap((period) =>
  statementKinds.map((kind) => ({
    tool: "get_statement",
    args: { kind, period },
  })),
);

export const analysts: Readonly<Record<AnalystName, Analyst>> = {
  market: {
    name: "market",
    prompt: marketPrompt,
    plan: [
      { tool: "get_price_history" },
      { tool: "get_quote" },
      ...each("get_indicator", "indicator", indicatorNames),
    ],
  },
  fundamentals: {
    name: "fundamentals",
    prompt: fundamentalsPrompt,
    plan: [
      { tool: "get_profile" },
      { tool: "get_quote" },
      { tool: "get_key_statistics" },
      ...statements,
      { tool: "get_earnings" },
    ],
  },
  news: {
    name: "news",
    prompt: newsPrompt,
    plan: [
      { tool: "get_news" },
      { tool: "get_earnings" },
      { tool: "get_price_history" },
      { tool: "get_quote" },
    ],
  },
  sentiment: {
    name: "sentiment",
    prompt: sentimentPrompt,
    plan: [
      { tool: "get_recommendations" },
      { tool: "get_insider_transactions" },
      { tool: "get_news" },
      { tool: "get_key_statistics" },
      { tool: "get_quote" },
    ],
  },
  macro: {
    name: "macro",
    prompt: macroPrompt,
    plan: [
      ...each("get_macro", "series", ["sp500", "vix", "ten_year", "sector"]),
      { tool: "get_price_history" },
      { tool: "get_quote" },
    ],
  },
  risk: {
    name: "risk",
    prompt: riskPrompt,
    plan: [
      ...each("get_risk", "measure", [
        "volatility",
        "beta",
        "value_at_risk",
        "drawdown",
        "correlation",
      ]),
      { tool: "get_indicator", args: { indicator: "atr_14" } },
      { tool: "get_price_history" },
      { tool: "get_earnings" },
      { tool: "get_quote" },
    ],
  },
};

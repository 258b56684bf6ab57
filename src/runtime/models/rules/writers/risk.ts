import type { AnalystWriter, Essential } from "../analyst-writer.ts";
import { onSide } from "../turning.ts";
import { percent } from "../wording.ts";
import { badDays } from "./risk/bad-day.ts";
import { drawdown } from "./risk/drawdown.ts";
import { event } from "./risk/event.ts";
import { ties } from "./risk/ties.ts";
import { volatility } from "./risk/volatility.ts";

/** The measure that brings each fact. */
const MEASURES = {
  "risk.volatility_1y": "volatility",
  "risk.beta_1y": "beta",
  "risk.value_at_risk_95": "value_at_risk",
  "risk.max_drawdown_1y": "drawdown",
  "risk.correlation_1y": "correlation",
} as const;

/** Reads the risk of holding it: a calm and small one is bullish, a large and growing one bearish. */
export const risk: AnalystWriter = {
  verdict: (symbol) => ({
    bullish: `the risk in ${symbol} is modest`,
    neutral: `the risk in ${symbol} is ordinary`,
    bearish: `the risk in ${symbol} is high`,
  }),
  essentials: [
    ...Object.entries(MEASURES).map(
      ([path, measure]): Essential => ({ path, tool: "get_risk", args: { measure } }),
    ),
    { path: "atr_14", tool: "get_indicator", args: { indicator: "atr_14" } },
    { path: "price.close", tool: "get_price_history" },
  ],
  topics: [volatility, badDays, drawdown, ties, event],
  wouldChange({ number }, stance) {
    const [year, month, close, support, worst] = [
      number("risk.volatility_1y"),
      number("risk.volatility_30d"),
      number("price.close"),
      number("price.support_20"),
      number("risk.max_drawdown_1y"),
    ];
    const calmer = stance === "bearish";
    const conditions = [
      ...(year === null
        ? []
        : [
            `a volatility of 30 days ${onSide(calmer ? "below" : "above", month?.value ?? year.value, year.value)} the year's ${year.text}`,
          ]),
      ...(!calmer && close !== null && support !== null && support.value < close.value
        ? [`a close below ${support.text}, the low of 20 bars`]
        : []),
      ...(!calmer && support === null && worst !== null
        ? [`a fall deeper than the year's ${percent(worst.value)}`]
        : []),
    ];
    return conditions.length === 0 ? null : conditions.join(", or ");
  },
};

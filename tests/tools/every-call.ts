import { indicatorNames } from "#core/indicators/index.ts";
import { statementKinds, statementPeriods } from "#core/statement.ts";

/** One call of every tool for each of its choices; the symbol is to be added. */
export const everyCall: readonly (readonly [tool: string, args: Record<string, string>])[] = [
  ["get_price_history", {}],
  ...indicatorNames.map((indicator): [string, Record<string, string>] => [
    "get_indicator",
    { indicator },
  ]),
  ["get_quote", {}],
  ["get_profile", {}],
  ["get_key_statistics", {}],
  ...statementKinds.flatMap((kind) =>
    statementPeriods.map((period): [string, Record<string, string>] => [
      "get_statement",
      { kind, period },
    ]),
  ),
  ["get_earnings", {}],
  ["get_news", {}],
  ["get_recommendations", {}],
  ["get_insider_transactions", {}],
  ...["sp500", "vix", "ten_year", "sector"].map((series): [string, Record<string, string>] => [
    "get_macro",
    { series },
  ]),
  ...["volatility", "beta", "value_at_risk", "drawdown", "correlation"].map(
    (measure): [string, Record<string, string>] => ["get_risk", { measure }],
  ),
];

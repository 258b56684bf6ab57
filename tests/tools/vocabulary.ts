import type { FactUnit } from "#core/fact.ts";
import { statementKinds, statementLines } from "#core/statement.ts";
import { snakeCase } from "#tools/fundamentals/snake-case.ts";

type Words = readonly [unit: FactUnit, prefix: string, ...names: string[]];

const words: readonly Words[] = [
  ["currency", "price.", "close", "high_52w", "low_52w", "support_20", "resistance_20"],
  ["percent", "price.change_", "1d", "1w", "1m", "3m", "6m", "1y"],
  ["percent", "price.", "from_high_52w"],
  ["shares", "price.", "volume", "volume_average_20"],
  ["count", "price.", "bars", "unexplained_jumps"],
  ["date", "price.", "last_day"],
  ["days", "price.", "age_days"],
  ["currency", "quote.", "price", "previous_close", "open", "day_high", "day_low"],
  ["currency", "quote.", "market_cap", "high_52w", "low_52w"],
  ["shares", "quote.", "volume", "volume_average_3m"],
  ["text", "quote.", "name", "type", "exchange"],
  ["text", "profile.", "name", "sector", "industry", "country"],
  ["count", "profile.", "employees"],
  ["currency", "stats.", "market_cap", "enterprise_value", "trailing_eps", "forward_eps"],
  ["currency", "stats.", "total_cash", "total_debt", "free_cash_flow"],
  ["currency", "stats.target_price_", "low", "mean", "high"],
  ["multiple", "stats.", "trailing_pe", "forward_pe", "peg_ratio", "price_to_book"],
  ["multiple", "stats.", "price_to_sales", "enterprise_to_ebitda"],
  ["multiple", "stats.", "current_ratio", "debt_to_equity"],
  ["percent", "stats.", "dividend_yield", "payout_ratio", "profit_margin", "gross_margin"],
  ["percent", "stats.", "operating_margin", "return_on_equity", "return_on_assets"],
  ["percent", "stats.", "revenue_growth", "earnings_growth", "shares_short_of_float"],
  ["percent", "stats.", "held_by_insiders", "held_by_institutions"],
  ["shares", "stats.", "shares_outstanding"],
  ["count", "stats.", "analyst_count"],
  ["points", "stats.", "recommendation_mean", "beta"],
  ["date", "calendar.", "next_earnings", "ex_dividend"],
  ["days", "calendar.", "days_to_earnings"],
  ["currency", "calendar.", "eps_estimate", "revenue_estimate"],
  ["count", "ratings.", "upgrades_90d", "downgrades_90d"],
  ["text", "ratings.", ...upTo(4)],
  ["count", "insider.", "buys_6m", "sells_6m"],
  ["shares", "insider.", "shares_bought_6m", "shares_sold_6m"],
  ["text", "insider.", ...upTo(4)],
  ["count", "news.", "count"],
  ["text", "news.", ...upTo(9)],
  ["points", "macro.sp500.", "level"],
  ["percent", "macro.sp500.", "change_1m", "change_3m", "change_1y", "from_sma_200"],
  ["points", "macro.vix.", "level", "average_1y"],
  ["percent", "macro.vix.", "change_1m"],
  ["percent", "macro.ten_year.", "level"],
  ["points", "macro.ten_year.", "change_1m", "change_3m"],
  ["text", "macro.sector.", "fund"],
  ["percent", "macro.sector.", "change_1m", "change_3m", "change_1y", "relative_3m"],
  ["percent", "risk.", "volatility_30d", "volatility_1y", "value_at_risk_95"],
  ["percent", "risk.", "expected_shortfall_95", "max_drawdown_1y", "drawdown"],
  ["days", "risk.", "drawdown_days"],
  ["points", "risk.", "correlation_1y", "beta_1y"],
  ...upTo(3).flatMap((n): Words[] => [
    ["currency", `earnings.${n}.`, "eps_actual", "eps_estimate"],
    ["percent", `earnings.${n}.`, "surprise"],
    ["count", `recommendations.${n}.`, "strong_buy", "buy", "hold", "sell", "strong_sell"],
  ]),
  ...["", ".5_bars_ago"].flatMap((suffix): Words[] => [
    ["currency", "", ...["sma_50", "sma_200", "ema_10", "atr_14"].map((name) => name + suffix)],
    ["currency", "", `vwma_20${suffix}`],
    ["currency", "macd.", ...["line", "signal", "histogram"].map((name) => name + suffix)],
    ["currency", "bollinger.", ...["upper", "middle", "lower"].map((name) => name + suffix)],
    ["points", "", ...["rsi_14", "adx_14", "mfi_14"].map((name) => name + suffix)],
    ["points", "stochastic.", `k${suffix}`, `d${suffix}`],
    ["shares", "", `obv${suffix}`],
  ]),
];

/** The unit of every path that a tool may give of a stock. */
export const vocabulary: ReadonlyMap<string, FactUnit> = new Map([
  ...words.flatMap(([unit, prefix, ...names]) =>
    names.map((name): [string, FactUnit] => [prefix + name, unit]),
  ),
  ...statementKinds.flatMap((kind) =>
    [...upTo(3).map((n) => `annual.${n}`), ...upTo(4).map((n) => `quarterly.${n}`)].flatMap((row) =>
      statementLines[kind].map((line): [string, FactUnit] => [
        `${kind}.${row}.${snakeCase(line)}`,
        line === "ordinarySharesNumber" ? "shares" : "currency",
      ]),
    ),
  ),
]);

/** What takes the place of a stock's units in prices and volumes of what is none. */
const otherUnits: Readonly<Record<string, { price: FactUnit; volume: FactUnit }>> = {
  "^GSPC": { price: "points", volume: "count" },
  "^TNX": { price: "percent", volume: "count" },
  "BTC-USD": { price: "currency", volume: "count" },
  "EURUSD=X": { price: "currency", volume: "count" },
  "GC=F": { price: "currency", volume: "count" },
};

/** The unit that a path has for a symbol: that of the vocabulary, but for prices and volumes. */
export function unitOf(symbol: string, path: string): FactUnit | undefined {
  const unit = vocabulary.get(path);
  const other = otherUnits[symbol];
  if (other === undefined || path === "quote.market_cap") return unit;
  if (unit === "currency") return other.price;
  return unit === "shares" ? other.volume : unit;
}

function upTo(last: number): string[] {
  return Array.from({ length: last + 1 }, (_, n) => String(n));
}

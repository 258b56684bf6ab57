import type { Vocabulary } from "./vocabulary.ts";

const PRICE = ["price.close", "quote.price", "price.change"];
const HIGH = ["price.high_52w", "quote.high_52w", "price.from_high_52w"];
const LOW = ["price.low_52w", "quote.low_52w"];
const VOLUME = ["price.volume", "quote.volume"];
const AVERAGE_VOLUME = ["price.volume_average_20", "quote.volume_average_3m"];
const YEARS =
  "(52 week|52 weeks|52w|52wk|yearly|annual|one year|1 year|12 month|twelve month|year)";

/** Prices, volume, and their extremes. */
export const prices: Vocabulary = [
  ["(last|latest|current|closing|market|share|stock)? prices?", PRICE],
  ["(last|latest) close", PRICE],
  ["(close|closes|closed|closing)", PRICE],
  ["(trades|trading|traded|changes hands|changing hands|quoted) (at|around|near|for)", PRICE],
  ["(exchange rate|spot|spot rate|spot price)", PRICE],
  ["(previous|prior|yesterday|preceding) (day)? (close|closing price)", ["quote.previous_close"]],
  ["(open|opened|opening|opening price)", ["quote.open"]],
  ["(day|daily|intraday|session|today) (high|peak|top)", ["quote.day_high"]],
  ["high of the (day|session)", ["quote.day_high"]],
  ["(day|daily|intraday|session|today) (low|bottom|trough)", ["quote.day_low"]],
  ["low of the (day|session)", ["quote.day_low"]],
  [`${YEARS} (high|highs|peak|top)`, HIGH],
  ["(high|peak|top) of (the year|52 weeks|the last 52 weeks)", HIGH],
  [`${YEARS} (low|lows|trough|bottom)`, LOW],
  ["(low|trough|bottom) of (the year|52 weeks|the last 52 weeks)", LOW],
  [`${YEARS} (range|band|extremes)`, [...HIGH, ...LOW]],
  [`${YEARS} (high and low|low and high)`, [...HIGH, ...LOW]],
  ["(support|floor|lowest low|20 day low|20 bar low)", ["price.support_20"]],
  ["low of (the last)? (20|twenty) (bars|days|sessions)", ["price.support_20"]],
  ["(resistance|ceiling|highest high|20 day high|20 bar high)", ["price.resistance_20"]],
  ["high of (the last)? (20|twenty) (bars|days|sessions)", ["price.resistance_20"]],
  ["range of (20|twenty) (bars|days)", ["price.support_20", "price.resistance_20"]],
  ["(trading)? (volume|turnover)", VOLUME],
  ["(shares|contracts) (traded|changed hands|were traded)", VOLUME],
  ["(average|mean|usual|normal|typical) (daily|trading)? volume", AVERAGE_VOLUME],
  ["volume average", AVERAGE_VOLUME],
  ["average of (the last)? (20|twenty) (bars|days|sessions)", ["price.volume_average_20"]],
  ["(20|twenty) (day|bar) (average|mean) volume", ["price.volume_average_20"]],
  ["(three|3) month (average|mean) volume", ["quote.volume_average_3m"]],
  ["average volume of (three|3) months", ["quote.volume_average_3m"]],
  ["daily bars", ["price.bars"]],
  ["last (bar|trading day)", ["price.last_day", "price.age_days"]],
  [
    "(market (value|cap|capitalisation|capitalization)|capitalisation|capitalization)",
    ["quote.market_cap", "stats.market_cap"],
  ],
  ["(valued at|worth|is valued at)", ["quote.market_cap", "stats.market_cap"]],
];

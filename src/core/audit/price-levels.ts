/** Facts that are a price of the symbol, now or of lately, each in the unit that its price has. */
export const prices = [
  "price.close",
  "quote.price",
  "quote.previous_close",
  "quote.open",
  "quote.day_high",
  "quote.day_low",
  "price.support_20",
  "price.resistance_20",
  "price.high_52w",
  "price.low_52w",
  "quote.high_52w",
  "quote.low_52w",
  "sma_50",
  "sma_200",
  "ema_10",
  "vwma_20",
  "bollinger.upper",
  "bollinger.middle",
  "bollinger.lower",
  "stats.target_price_low",
  "stats.target_price_mean",
  "stats.target_price_high",
] as const;

/** The levels of the desk's own plan. */
export const planned = ["desk.plan.entry", "desk.plan.stop", "desk.plan.target"] as const;

/** What a trade begins at: the price of now, or where the plan would enter. */
export const beginnings = ["price.close", "quote.price", "desk.plan.entry"] as const;

/** What a price or a trade may be away from. */
export const awayFrom: readonly string[] = [...prices, ...planned].filter(
  (level) => !beginnings.some((beginning) => beginning === level),
);

const levels: ReadonlySet<string> = new Set([...prices, ...planned]);

/** Whether a topic is a level that the symbol's price may stand at, also one in points or percent. */
export function isPriceLevel(topic: string): boolean {
  return levels.has(topic);
}

import type { Decision } from "#core/decision.ts";
import type { Evidence } from "./evidence.ts";

/** A stop is this many usual days (ATR 14) away from the entry. */
const STOP_DAYS = 2;
/** A level nearer than this many usual days is no target. */
const TARGET_DAYS = 1;

/** Where a target may come from, the nearest kind of level first. */
const TARGETS = {
  buy: ["price.resistance_20", "stats.target_price_mean", "price.high_52w"],
  sell: ["price.support_20", "stats.target_price_mean", "price.low_52w"],
} as const;

/**
 * Prices for a decision: the last close as entry, a stop two ATR 14 against the trade, and as target
 * the first of 20-bar extreme, mean analyst target and 52-week extreme that pays at least what the
 * stop risks, else the furthest that is a usual day away. What is unknown, in another currency or on
 * the wrong side of the entry is null; a hold has neither stop nor target.
 */
export function tradeLevels({ number }: Evidence, action: Decision["action"]): Decision["levels"] {
  const entry = number("price.close") ?? number("quote.price");
  if (entry === null || entry.value <= 0) {
    return { entry: null, stop: null, target: null, currency: null };
  }
  const rounded = roundedIn(entry.currency);
  const at = { entry: rounded(entry.value), currency: entry.currency };
  if (action === "hold") return { ...at, stop: null, target: null };
  const way = action === "buy" ? 1 : -1;
  const day = number("atr_14")?.value ?? null;
  const stop = day === null ? null : entry.value - way * STOP_DAYS * day;
  const targets = TARGETS[action]
    .flatMap((path) => number(path) ?? [])
    .filter(({ currency }) => currency === entry.currency)
    .map(({ value }) => ({ value, gain: way * (value - entry.value) }))
    .filter(({ value, gain }) => value > 0 && gain > 0 && gain >= TARGET_DAYS * (day ?? 0));
  const target =
    targets.find(({ gain }) => day !== null && gain >= STOP_DAYS * day) ??
    targets.toSorted((a, b) => b.gain - a.gain)[0];
  return {
    ...at,
    stop: stop !== null && stop > 0 ? rounded(stop) : null,
    target: target === undefined ? null : rounded(target.value),
  };
}

/** Two decimals; as many as a report shows of small amounts of money, such as rates of exchange. */
function roundedIn(currency: string | null): (price: number) => number {
  return (price) => {
    if (currency !== null && price < 1) return Number(price.toPrecision(4));
    const digits = currency !== null && price < 10 ? 10_000 : 100;
    return Math.round(price * digits) / digits;
  };
}

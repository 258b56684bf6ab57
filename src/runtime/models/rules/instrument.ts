import type { InstrumentType } from "#core/quote.ts";
import type { Evidence } from "./evidence.ts";

const NAMES: Readonly<Partial<Record<InstrumentType, string>>> = {
  fund: "a fund",
  index: "an index",
  currency: "a pair of currencies",
  crypto: "a crypto-currency",
  future: "a future",
};

/** What a ticker's shape tells in Yahoo's notation. */
const SHAPES: readonly (readonly [RegExp, string | undefined])[] = [
  [/^\^/, NAMES.index],
  [/=X$/, NAMES.currency],
  [/=F$/, NAMES.future],
  [/-(?:USD|EUR|GBP|JPY|USDT|BTC)$/, NAMES.crypto],
];

/**
 * What the symbol is, in words, where it is no company's stock and so has no statements, earnings or
 * analysts; null for a company's stock and where one cannot tell. By the quote's type, else by the
 * ticker's shape.
 */
export function otherThanAStock({ text, symbol }: Evidence): string | null {
  const type = text("quote.type");
  if (type !== null) return Object.entries(NAMES).find(([name]) => name === type)?.[1] ?? null;
  return SHAPES.find(([shape]) => shape.test(symbol ?? ""))?.[1] ?? null;
}

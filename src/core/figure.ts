import type { FactUnit } from "./fact.ts";

/** `from` is where two decimals of the size below would read 1000.00. */
const MAGNITUDES = [
  { from: 999.995e9, size: 1e12, letter: "T" },
  { from: 999.995e6, size: 1e9, letter: "B" },
  { from: 999_999.995, size: 1e6, letter: "M" },
] as const;

/** Thousands are separated from five digits on, as prose has it; nothing reads -0. */
const STYLE = { useGrouping: "min2", signDisplay: "negative" } as const;
const WHOLE = new Intl.NumberFormat("en-US", { ...STYLE, maximumFractionDigits: 0 });
const TWO_DECIMALS = new Intl.NumberFormat("en-US", {
  ...STYLE,
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const THREE_DIGITS = new Intl.NumberFormat("en-US", {
  ...STYLE,
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
});

/** The least magnitude that two decimals tell well enough; below it money has up to four. */
const FOUR_DECIMALS_BELOW = 10;
const TWO_TO_FOUR_DECIMALS = new Intl.NumberFormat("en-US", {
  ...STYLE,
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
});

/**
 * A figure as it stands in a report: two decimals (small amounts of money more, as rates of
 * exchange need), large amounts with T, B or M, and its unit.
 *
 * @example figure(189.1234, "currency", "USD") // "189.12 USD"
 * @example figure(1.085423, "currency", "USD") // "1.0854 USD"
 * @example figure(97_123.45, "currency", "USD") // "97,123.45 USD"
 * @example figure(3.1e12, "currency", "USD") // "3.10T USD"
 * @example figure(-4.2, "percent") // "-4.20 %"
 */
export function figure(value: number, unit: FactUnit, currency: string | null = null): string {
  switch (unit) {
    case "currency":
      return `${money(value)}${currency === null ? "" : ` ${currency}`}`;
    case "percent":
      return `${TWO_DECIMALS.format(value)} %`;
    case "multiple":
      return `${TWO_DECIMALS.format(value)}x`;
    case "shares":
      return counted(count(value), "share");
    case "days":
      return counted(WHOLE.format(value), "day");
    case "count":
      return count(value);
    default:
      return amount(value);
  }
}

function counted(number: string, noun: string): string {
  return `${number} ${noun}${number === "1" || number === "-1" ? "" : "s"}`;
}

function count(value: number): string {
  return inMagnitude(value) ?? WHOLE.format(value);
}

function money(value: number): string {
  const size = Math.abs(value);
  const few = size >= 0.1 && size < FOUR_DECIMALS_BELOW;
  return few ? TWO_TO_FOUR_DECIMALS.format(value) : amount(value);
}

function amount(value: number): string {
  // A price below a cent or so would otherwise be rounded away.
  const small = value !== 0 && Math.abs(value) < 0.1;
  return inMagnitude(value) ?? (small ? THREE_DIGITS : TWO_DECIMALS).format(value);
}

function inMagnitude(value: number): string | null {
  const magnitude = MAGNITUDES.find(({ from }) => Math.abs(value) >= from);
  if (magnitude === undefined) return null;
  return `${TWO_DECIMALS.format(value / magnitude.size)}${magnitude.letter}`;
}

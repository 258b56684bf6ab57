import type { FactUnit } from "./fact.ts";
import { lazily } from "./lazily.ts";

/** `from` is where two decimals of the size below would read 1000.00. */
const MAGNITUDES = [
  { from: 999.995e9, size: 1e12, letter: "T" },
  { from: 999.995e6, size: 1e9, letter: "B" },
  { from: 999_999.995, size: 1e6, letter: "M" },
] as const;

/** Thousands are separated from five digits on, as prose has it; nothing reads -0. */
const STYLE = { useGrouping: "min2", signDisplay: "negative" } as const;
const whole = lazily(() => new Intl.NumberFormat("en-US", { ...STYLE, maximumFractionDigits: 0 }));
const twoDecimals = lazily(
  () =>
    new Intl.NumberFormat("en-US", {
      ...STYLE,
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    }),
);
const threeDigits = lazily(
  () =>
    new Intl.NumberFormat("en-US", {
      ...STYLE,
      minimumSignificantDigits: 3,
      maximumSignificantDigits: 3,
    }),
);

/** The least magnitude that two decimals tell well enough; below it money has up to four. */
const FOUR_DECIMALS_BELOW = 10;
const twoToFourDecimals = lazily(
  () =>
    new Intl.NumberFormat("en-US", {
      ...STYLE,
      minimumFractionDigits: 2,
      maximumFractionDigits: 4,
    }),
);

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
      return `${twoDecimals().format(value)} %`;
    case "multiple":
      return `${twoDecimals().format(value)}x`;
    case "shares":
      return counted(count(value), "share");
    case "days":
      return counted(whole().format(value), "day");
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
  return inMagnitude(value) ?? whole().format(value);
}

function money(value: number): string {
  const size = Math.abs(value);
  const few = size >= 0.1 && size < FOUR_DECIMALS_BELOW;
  return few ? twoToFourDecimals().format(value) : amount(value);
}

function amount(value: number): string {
  // A price below a cent or so would otherwise be rounded away.
  const small = value !== 0 && Math.abs(value) < 0.1;
  return inMagnitude(value) ?? (small ? threeDigits() : twoDecimals()).format(value);
}

function inMagnitude(value: number): string | null {
  const magnitude = MAGNITUDES.find(({ from }) => Math.abs(value) >= from);
  if (magnitude === undefined) return null;
  return `${twoDecimals().format(value / magnitude.size)}${magnitude.letter}`;
}

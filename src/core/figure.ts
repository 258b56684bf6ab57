import type { FactUnit } from "./fact.ts";

const MAGNITUDES = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
] as const;

/**
 * A figure as it stands in a report: two decimals, large amounts with T, B or M, and its unit.
 *
 * @example figure(189.1234, "currency", "USD") // "189.12 USD"
 * @example figure(3.1e12, "currency", "USD") // "3.10T USD"
 * @example figure(-4.2, "percent") // "-4.20 %"
 */
export function figure(value: number, unit: FactUnit, currency: string | null = null): string {
  switch (unit) {
    case "currency":
      return `${amount(value)}${currency === null ? "" : ` ${currency}`}`;
    case "percent":
      return `${value.toFixed(2)} %`;
    case "multiple":
      return `${value.toFixed(2)}x`;
    case "shares":
      return `${amount(value, 0)} shares`;
    case "days":
      return `${Math.round(value)} days`;
    case "count":
      return amount(value, 0);
    default:
      return amount(value);
  }
}

function amount(value: number, decimals = 2): string {
  for (const [size, letter] of MAGNITUDES) {
    if (Math.abs(value) >= size) return `${(value / size).toFixed(2)}${letter}`;
  }
  // A price below a cent or so would otherwise be rounded away.
  const small = value !== 0 && Math.abs(value) < 0.1 && decimals > 0;
  return small ? value.toPrecision(3) : value.toFixed(decimals);
}

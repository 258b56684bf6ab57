import type { Fact } from "#core/fact.ts";
import type { Random } from "./random.ts";

type Unit =
  | "money"
  | "percent"
  | "points_of_percent"
  | "multiple"
  | "number"
  | "shares"
  | "days"
  | "count";

export const SIZES = { "": 1, k: 1e3, M: 1e6, B: 1e9, T: 1e12 } as const;
export type Scale = keyof typeof SIZES;
export const scales: readonly Scale[] = ["k", "M", "B", "T"];

/** A value as it is to be written. */
export interface Amount {
  readonly value: number;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly scale: Scale;
  readonly decimals: number;
  /** `+`, `-` or none, whatever the value's own. */
  readonly sign: "" | "+" | "-";
  readonly hedge: string;
  /** Which of the ways of writing its unit. */
  readonly style: number;
}

const UNITS: Partial<Record<Fact["unit"], Unit>> = {
  currency: "money",
  percent: "percent",
  multiple: "multiple",
  points: "number",
  shares: "shares",
  days: "days",
  count: "count",
};

/** A fact's value, in one of the ways that it may be written; null where it is no number. */
export function amountOf(fact: Fact | null, random: Random): Amount | null {
  const unit = fact === null ? undefined : UNITS[fact.unit];
  if (fact === null || typeof fact.value !== "number" || unit === undefined) return null;
  return asAmount(fact.value, unit, fact.currency, random);
}

/** A value in one of the ways that it may be written. */
export function asAmount(
  value: number,
  unit: Unit,
  currency: string | null,
  random: Random,
): Amount {
  const scale = scaleOf(value, unit);
  const whole = unit === "days" || unit === "count" || (unit === "shares" && scale === "");
  return {
    value,
    unit,
    currency,
    scale,
    decimals: whole ? 0 : decimalsOf(value / SIZES[scale], unit, random),
    sign: "",
    hedge: "",
    style: random.below(6),
  };
}

function scaleOf(value: number, unit: Unit): Scale {
  if (unit !== "money" && unit !== "shares" && unit !== "number" && unit !== "count") return "";
  if (unit === "count" && Math.abs(value) < 1e6) return "";
  return scales.findLast((scale) => scale !== "k" && Math.abs(value) >= SIZES[scale]) ?? "";
}

function decimalsOf(value: number, unit: Unit, random: Random): number {
  const size = Math.abs(value);
  if (size >= 1000) return random.pick([0, 2]);
  if (size >= 100) return random.pick([1, 2]);
  if (size >= 10) return unit === "money" ? 2 : random.pick([1, 2]);
  if (size >= 1) return 2;
  return size >= 0.1 ? random.pick([2, 3]) : 4;
}

/** The number alone, without sign and unit. */
export function digitsOf({ value, scale, decimals }: Amount): string {
  return new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: "min2",
    signDisplay: "never",
  }).format(value / SIZES[scale]);
}

const WORDS = { "": "", k: " thousand", M: " million", B: " billion", T: " trillion" } as const;
const SHORT = { "": "", k: "k", M: "m", B: "bn", T: "tn" } as const;
const SYMBOLS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", JPY: "¥" };

/** The amount as it stands in a text. */
export function write(amount: Amount): string {
  return `${amount.hedge}${withUnit(amount, `${amount.sign}${digitsOf(amount)}`)}`;
}

function withUnit({ unit, currency, scale, style }: Amount, number: string): string {
  switch (unit) {
    case "percent":
      return [`${number} %`, `${number}%`, `${number} percent`, `${number} %`][style % 4] ?? "";
    case "points_of_percent":
      return style % 2 === 0
        ? `${number} percentage points`
        : `${Math.round(Number(number) * 100)} basis points`;
    case "multiple":
      return [`${number}x`, `${number} times`, `${number}x`][style % 3] ?? "";
    case "shares":
      return `${number}${style % 2 === 0 ? scale : WORDS[scale]} shares`;
    case "days":
      return `${number} days`;
    case "money":
      return money(number, currency, scale, style);
    default:
      return `${number}${scale}`;
  }
}

function money(number: string, currency: string | null, scale: Scale, style: number): string {
  const code = currency ?? "";
  const symbol = SYMBOLS[code];
  if (style % 3 === 1 && symbol !== undefined && !number.startsWith("-")) {
    return `${symbol}${number}${SHORT[scale]}`;
  }
  if (style % 3 === 2) return `${number}${WORDS[scale]} ${code}`.trim();
  return `${number}${scale} ${code}`.trim();
}

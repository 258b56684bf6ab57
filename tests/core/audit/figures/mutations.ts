import { type Amount, amountOf, digitsOf, type Scale, SIZES, scales, write } from "./amount.ts";
import type { Desk } from "./desks.ts";
import type { Random } from "./random.ts";
import type { Specimen } from "./specimen.ts";

/** A text with a figure in it, and whether it is true. */
export interface Sample {
  readonly kind: string;
  /** null where the figure is true. */
  readonly mutation: string | null;
  readonly text: string;
  /** Where the figure stands. */
  readonly from: number;
  readonly to: number;
  readonly desk: Desk;
}

/** The specimen as it is. */
export function asTrue(specimen: Specimen): Sample {
  return sample(specimen, null, specimen, write(specimen.amount));
}

/** The specimen made false in one of the ways that suit it. */
export function mutate(specimen: Specimen, random: Random): Sample {
  const ways = Object.keys(mutations);
  for (let tries = 0; tries < 40; tries += 1) {
    const way = random.pick(ways);
    const made = mutations[way]?.(specimen, random) ?? null;
    if (made !== null) return made;
  }
  const digit = changedDigit(specimen, random);
  if (digit === null) throw new Error(`nothing can be made false in ${write(specimen.amount)}`);
  return digit;
}

type Mutation = (specimen: Specimen, random: Random) => Sample | null;

const CURRENCIES = ["USD", "EUR", "GBP", "JPY", "CHF"];

const mutations: Readonly<Record<string, Mutation>> = {
  digit: changedDigit,
  "other digit": changedDigit,
  magnitude(specimen, random) {
    const { amount } = specimen;
    if (amount.scale === "") return null;
    const others = scales.filter((scale) => scale !== amount.scale);
    return written(specimen, "magnitude", { ...amount, ...scaled(amount, random.pick(others)) });
  },
  sign(specimen) {
    const { amount } = specimen;
    if (amount.sign === "") return null;
    return written(specimen, "sign", { ...amount, sign: amount.sign === "-" ? "+" : "-" });
  },
  direction(specimen) {
    const { turned, amount } = specimen;
    return turned === undefined ? null : sample(specimen, "direction", turned, write(amount));
  },
  unit(specimen, random) {
    const { amount } = specimen;
    const others = ["percent", "multiple", "money"] as const;
    const unit = random.pick(others);
    if (amount.unit === unit || amount.scale !== "") return null;
    if (amount.unit === "points_of_percent") return null;
    if (unit === "multiple" && specimen.isRatio === true) return null;
    const currency = unit === "money" ? (specimen.desk.at("price.close")?.currency ?? "USD") : null;
    return written(specimen, "unit", { ...amount, unit, currency });
  },
  currency(specimen, random) {
    const { amount } = specimen;
    if (amount.unit !== "money" || amount.currency === null) return null;
    const others = CURRENCIES.filter((currency) => currency !== amount.currency);
    const currency = amount.currency === "GBp" ? "GBP" : random.pick(others);
    return written(specimen, "currency", { ...amount, currency, style: 0 });
  },
  period(specimen) {
    const { otherPeriod, amount } = specimen;
    return otherPeriod === undefined
      ? null
      : sample(specimen, "period", otherPeriod, write(amount));
  },
  "another fact": ofAnotherFact,
  "yet another fact": ofAnotherFact,
  mistake(specimen, random) {
    const { mistakes = [], amount } = specimen;
    if (mistakes.length === 0) return null;
    return written(specimen, "mistake", { ...amount, value: random.pick(mistakes) });
  },
  decimal(specimen, random) {
    const { amount } = specimen;
    if (amount.unit === "count" || amount.unit === "days") return null;
    const value = amount.value * random.pick([10, 0.1]);
    return written(specimen, "decimal", { ...amount, value });
  },
};

function ofAnotherFact(specimen: Specimen, random: Random): Sample | null {
  const { amount, rivals } = specimen;
  if (rivals.length === 0) return null;
  const rival = amountOf(random.pick(rivals), random);
  if (rival === null || rival.value === 0) return null;
  const { hedge, sign } = amount;
  return written(specimen, "another fact", { ...rival, hedge, sign });
}

function scaled(amount: Amount, scale: Scale): Partial<Amount> {
  return { scale, value: (amount.value / SIZES[amount.scale]) * SIZES[scale] };
}

function changedDigit(specimen: Specimen, random: Random): Sample | null {
  const { amount } = specimen;
  const digits = digitsOf(amount);
  const places = [...digits].flatMap((digit, place) => (/\d/.test(digit) ? [place] : []));
  const coarse = amount.hedge === "" ? places : places.slice(0, 1);
  const place = random.pick(coarse);
  const old = Number(digits[place]);
  const added = amount.hedge === "" ? 1 + random.below(9) : 3 + random.below(4);
  const changed = `${digits.slice(0, place)}${(old + added) % 10}${digits.slice(place + 1)}`;
  const value = Number(changed.replaceAll(",", ""));
  if (value === 0) return null;
  return written(specimen, "digit", { ...amount, value: value * SIZES[amount.scale] });
}

/** null where what is written would be as before. */
function written(specimen: Specimen, mutation: string, amount: Amount): Sample | null {
  const [before, after] = [specimen.amount, amount].map(({ value }) => Math.abs(value));
  const close = Math.abs((after ?? 0) / (before ?? 1) - 1) < 0.05;
  if (specimen.amount.hedge !== "" && close && mutation !== "unit" && mutation !== "currency") {
    return mutation === "sign" ? sample(specimen, mutation, specimen, write(amount)) : null;
  }
  const text = write(amount);
  if (isSameRounded(specimen.amount, amount)) return null;
  return text === write(specimen.amount) || /^[-+]?[0.,]+\D*$/.test(text)
    ? null
    : sample(specimen, mutation, specimen, text);
}

/** Half way between two roundings either is right: 43.0 and 43.1 for 43.05. */
function isSameRounded(one: Amount, other: Amount): boolean {
  if (one.unit !== other.unit || one.scale !== other.scale || one.decimals !== other.decimals) {
    return false;
  }
  const step = SIZES[one.scale] / 10 ** one.decimals;
  const isTurned = one.sign !== other.sign || one.currency !== other.currency;
  return !isTurned && Math.abs(one.value - other.value) <= step * 0.51;
}

function sample(
  specimen: Specimen,
  mutation: string | null,
  { before, after }: { readonly before: string; readonly after: string },
  figure: string,
): Sample {
  return {
    kind: specimen.kind,
    mutation,
    text: `${before}${figure}${after}`,
    from: before.length,
    to: before.length + figure.length,
    desk: specimen.desk,
  };
}

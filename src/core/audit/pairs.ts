import type { Known } from "./known.ts";
import { now } from "./known.ts";
import { isPriceLevel } from "./price-levels.ts";

const SPECK = 0.005;

type Operation = (one: Known, other: Known) => Known | null;

function made(one: Known, value: number, derivation: string, shape: Partial<Known>): Known | null {
  if (!Number.isFinite(value)) return null;
  const label = one.label;
  return {
    topic: one.topic,
    label,
    unit: one.unit,
    currency: null,
    nature: "distance",
    when: now,
    factId: one.factId,
    ...shape,
    value,
    derivation,
  };
}

const change: Operation = (one, other) => {
  if (one.value <= 0 || other.value <= 0 || isRate(one)) return null;
  const value = (one.value / other.value - 1) * 100;
  return made(one, value, `(${text(one)} / ${text(other)} - 1) x 100`, { unit: "percent" });
};

const share: Operation = (one, other) => {
  if (isRate(one) || other.value === 0) return null;
  const value = Math.abs((one.value / other.value) * 100);
  return made(one, value, `${text(one)} / ${text(other)} x 100`, {
    unit: "percent",
    nature: "size",
  });
};

const ratio: Operation = (one, other) => {
  if (other.value === 0) return null;
  const value = Math.abs(one.value / other.value);
  return made(one, value, `${text(one)} / ${text(other)}`, { unit: "multiple", nature: "size" });
};

const difference: Operation = (one, other) => {
  const unit = one.unit === "percent" ? "percentage_points" : one.unit;
  const value = one.value - other.value;
  return made(one, value, `${text(one)} - ${text(other)}`, { unit, currency: one.currency });
};

const sum: Operation = (one, other) => {
  if (one.factId >= other.factId) return null;
  const value = Math.abs(one.value) + Math.abs(other.value);
  const { currency } = one;
  return made(one, value, `${text(one)} + ${text(other)}`, { currency, nature: "size" });
};

const OPERATIONS: Readonly<Record<Known["unit"], readonly Operation[]>> = {
  percent: [change],
  percentage_points: [difference],
  multiple: [ratio, difference],
  currency: [difference, sum],
  points: [difference],
  shares: [difference, sum],
  count: [],
  days: [],
  date: [],
  text: [],
};

/** Values of a unit that follow from two known ones of the same unit and currency. */
export function* pairsOf(
  unit: Known["unit"],
  ones: readonly Known[],
  others: readonly Known[],
): Generator<Known> {
  for (const one of ones) {
    for (const other of others) {
      if (!areComparable(one, other, unit)) continue;
      for (const operation of OPERATIONS[unit]) {
        const [forth, back] = [operation(one, other), operation(other, one)];
        if (forth?.unit === unit) yield forth;
        if (back?.unit === unit) yield back;
      }
    }
  }
}

/** The same of each two of some values. */
export function* pairsAmong(unit: Known["unit"], values: readonly Known[]): Generator<Known> {
  for (const [place, one] of values.entries()) {
    yield* pairsOf(unit, [one], values.slice(place + 1));
  }
}

/** What each part is of each whole, in percent: "2 % of the price". */
export function* sharesOf(parts: readonly Known[], wholes: readonly Known[]): Generator<Known> {
  for (const whole of wholes) {
    for (const part of parts) {
      const known = areComparable(part, whole, "percent") ? share(part, whole) : null;
      if (known !== null) yield known;
    }
  }
}

/** How much a price moves is no price: see multiples.ts for what is made of both. */
const OF_A_DAY = /^atr_14$/;
const PER_SHARE = /eps/;

function areComparable(one: Known, other: Known, unit: Known["unit"]): boolean {
  if (one.unit === "count" || one.unit !== other.unit) return false;
  if (one.currency !== other.currency || isSameThing(one, other)) return false;
  if (one.unit === "points" && rootOf(one) !== rootOf(other)) return false;
  if (one.unit === "percent" && isPriceLevel(one.topic) !== isPriceLevel(other.topic)) return false;
  if (unit === one.unit && isSpeck(one, other)) return false;
  const areDated = (one.when.basis === null) === (other.when.basis === null);
  if (!areDated && (unit === one.unit || PER_SHARE.test(one.topic + other.topic))) return false;
  if (one.unit === "currency" && OF_A_DAY.test(one.topic) !== OF_A_DAY.test(other.topic)) {
    return unit === "percent" || unit === "multiple";
  }
  if (one.when.basis === null || other.when.basis === null) return true;
  const samePeriod = one.when.basis === other.when.basis && one.when.row === other.when.row;
  return samePeriod || one.topic === other.topic;
}

/** The source's own total and the statement's line are one thing, and so are two prices of now. */
function isSameThing(one: Known, other: Known): boolean {
  const [name, otherName] = [one, other].map(({ topic }) =>
    topic.slice(topic.lastIndexOf(".") + 1),
  );
  if (name !== otherName) return false;
  return (
    one.topic !== other.topic ||
    (one.factId === other.factId && one.derivation === other.derivation)
  );
}

/** What a sum or a difference with it does not show. */
function isSpeck(one: Known, other: Known): boolean {
  const [size, otherSize] = [Math.abs(one.value), Math.abs(other.value)];
  return Math.min(size, otherSize) < SPECK * Math.max(size, otherSize);
}

/** Points of one scale have one root: macd.line and macd.signal, and all prices. */
function rootOf({ topic }: Known): string {
  return isPriceLevel(topic) ? "price" : (topic.split(".")[0] ?? topic);
}

/** A percentage that is no price: a yield is one. */
function isRate({ unit, topic }: Known): boolean {
  return unit === "percent" && !isPriceLevel(topic);
}

function text({ factId, derivation }: Known): string {
  return derivation === null ? factId : `(${derivation})`;
}

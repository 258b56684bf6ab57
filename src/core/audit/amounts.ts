import type { Known } from "./known.ts";
import type { WrittenFigure } from "./written-figure.ts";

/** Of what is said to be about right: how far off it may be, as a part of the value. */
const ABOUT = 0.025;
/** Prompts carry eight significant digits, so a half may have been moved to the wrong side. */
const SLACK = 1e-7;

/** Nouns that say what a number is. Any other noun says nothing of the unit. */
const NOUN_UNITS: Readonly<Record<string, readonly Known["unit"][]>> = {
  share: ["shares"],
  shares: ["shares"],
  contracts: ["count"],
  point: ["points", "percentage_points"],
  points: ["points", "percentage_points"],
  analyst: ["count"],
  analysts: ["count"],
  opinions: ["count"],
  headlines: ["count"],
  employees: ["count"],
  quarters: ["count"],
  upgrades: ["count"],
  downgrades: ["count"],
  bars: ["count", "days"],
  times: ["multiple"],
};

const FRACTIONS: readonly Known["unit"][] = ["points", "multiple", "currency", "percentage_points"];
const ANY_NUMBER: readonly Known["unit"][] = [...FRACTIONS, "count", "shares"];

/** The units of facts that a figure may have, by how it is written. */
export function unitsOf({ unit, noun, step }: WrittenFigure): readonly Known["unit"][] {
  switch (unit) {
    case "money":
      return ["currency"];
    case "percent":
      return ["percent"];
    case "percentage_points":
      return ["percentage_points"];
    case "multiple":
      return ["multiple"];
    case "days":
      return ["days"];
    case "number":
      return (noun === null ? undefined : NOUN_UNITS[noun]) ?? (step < 1 ? FRACTIONS : ANY_NUMBER);
    default:
      return [];
  }
}

/** How far a value may be from the figure, which is written to so many digits. */
export function toleranceOf({ step, approximate, value }: WrittenFigure): number {
  const rounding = (step / 2) * (1 + SLACK) + Math.abs(value) * SLACK;
  return approximate ? Math.max(step, Math.abs(value) * ABOUT) : rounding;
}

/** Whether a value has the figure's size, rounded as written, whatever their signs. */
export function hasSize(figure: WrittenFigure, value: number): boolean {
  return Math.abs(Math.abs(value) - Math.abs(figure.value)) <= toleranceOf(figure);
}

/** Whether a figure is written in the currency of a known value, or in none. */
export function fitsCurrency({ currencies }: WrittenFigure, { currency }: Known): boolean {
  return currencies.length === 0 || (currency !== null && currencies.includes(currency));
}

/**
 * How many of so many values a figure would meet by chance, were they spread evenly about it: what is
 * written coarsely meets something anyway.
 *
 * @param near how many there are from three quarters of its size to four thirds
 */
export function chanceOf(figure: WrittenFigure, near: number): number {
  const size = Math.abs(figure.value);
  return size === 0 ? near : (near * 2 * toleranceOf(figure)) / (size * (NEAR - 1 / NEAR));
}

/** What counts as near in {@link chanceOf}. */
export const NEAR = 4 / 3;

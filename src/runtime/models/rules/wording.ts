import { figure } from "#core/figure.ts";
import type { Quantity } from "./evidence.ts";

const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });
const COUNTS = "none one two three four five six seven eight nine ten eleven twelve".split(" ");

const ORDINALS = "zeroth first second third fourth fifth sixth".split(" ");

/** @example list(["a", "b", "c"]) // "a, b and c" */
export function list(words: readonly string[]): string {
  return LIST.format(words);
}

/** A count of things: in words up to twelve, as prose has it. @example counted(0, "upgrade") // "no upgrades" */
export function counted(count: number, noun: string): string {
  return `${count === 0 ? "no" : countWord(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** @example countWord(3) // "three" */
export function countWord(count: number): string {
  return COUNTS[count] ?? String(count);
}

/** @example ordinal(2) // "second" */
export function ordinal(count: number): string {
  return ORDINALS[count] ?? `${count}th`;
}

/** A count out of a whole. @example outOf(2, 10) // "two of ten" */
export function outOf(count: number, whole: number): string {
  return count === whole ? `all ${countWord(whole)}` : `${countWord(count)} of ${countWord(whole)}`;
}

/** @example inDays(1) // "in 1 day" */
export function inDays(days: number): string {
  if (days === 0) return "today";
  return `in ${days} day${days === 1 ? "" : "s"}`;
}

/** @example capitalised("the price") // "The price" */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The size of a quantity without its sign, for sentences whose words give the direction. */
export function size({ value, unit, currency }: Quantity): string {
  return figure(Math.abs(value), unit, currency);
}

/** @example percent(-4.2) // "4.20 %": the words around it give the direction */
export function percent(value: number): string {
  return figure(Math.abs(value), "percent");
}

/** A number without a unit, rounded as every figure is. @example twoDecimals(1.005) // "1.01" */
export function twoDecimals(value: number): string {
  return figure(value, "percent").replace(" %", "");
}

/** Whether a figure with two decimals would read 0.00. */
export function isNothing(value: number): boolean {
  return Math.abs(value) < 0.005;
}

/** How far a value is from another, in percent of the other. */
export function distance(value: number, from: number): number {
  return (value / from - 1) * 100;
}

/** @example away(4.2) // "4.20 % above"; away(-4.2) // "4.20 % below" */
export function away(distanceInPercent: number): string {
  if (isNothing(distanceInPercent)) return "level with";
  return `${percent(distanceInPercent)} ${distanceInPercent > 0 ? "above" : "below"}`;
}

/** A change as a verb in the past, or after "has". @example gained(-3) // "lost 3.00 %" */
export function gained(changeInPercent: number): string {
  if (isNothing(changeInPercent)) return "stood still";
  return `${changeInPercent > 0 ? "gained" : "lost"} ${percent(changeInPercent)}`;
}

/** A sentence's beginning for the middle of another one; a name or an abbreviation keeps its capital. */
export function uncapitalised(text: string): string {
  return text.replace(/^[A-Z](?=[a-z-]*\s)/, (letter) => letter.toLowerCase());
}

type Direction = "rising" | "falling" | "flat";

/** Which way a series has gone; `flat` where it moved by less than `least` (a share of its size). */
export function direction(now: number, before: number, least = 0): Direction {
  if (Math.abs(now - before) <= Math.abs(before) * least) return "flat";
  return now > before ? "rising" : "falling";
}

/** The direction as a verb. @example verb("rising") // "has risen" */
export function verb(towards: Direction): string {
  return { rising: "has risen", falling: "has fallen", flat: "has not moved" }[towards];
}

import { DeskError, quoted, usageError } from "#core/errors.ts";

/** What was said of an option, and where: its flag or its environment variable. */
export interface Saying {
  readonly value: string | boolean;
  readonly by: string;
}

/** What was said, by option name; absent where nothing was. */
export type Said = Readonly<Record<string, Saying | undefined>>;

export function textOf(saying: Saying | undefined): string | null {
  return typeof saying?.value === "string" ? saying.value : null;
}

export function switchOf(saying: Saying | undefined): boolean {
  return saying?.value === true;
}

/** The words of a list that commas separate. */
export function listOf({ value, by }: Saying): string[] {
  const words = String(value)
    .split(",")
    .map((word) => word.trim());
  if (!words.includes("")) return words;
  throw new DeskError("usage", `${by}: ${quoted(String(value))} has an empty place in its list.`);
}

/** @throws DeskError `usage` when it is none of the choices */
export function oneOf<T extends string>(
  { value, by }: Saying,
  what: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw usageError(`${by}: ${what}`, String(value), choices);
  return found;
}

export interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
  /** What it is, for people; a number, or a whole one, where left out. */
  readonly noun?: string;
  /** One in range, and what it means. */
  readonly example?: string;
}

/**
 * The number that was said; null where nothing was.
 *
 * @throws DeskError `usage` when it is none, or out of range
 */
export function numberOf(
  saying: Saying | undefined,
  { least, most, whole = false, noun, example }: Range,
): number | null {
  const text = textOf(saying);
  if (text === null) return null;
  const value = /^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text)
    ? Number(text)
    : Number.NaN;
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  const kind = noun ?? (whole ? "whole number" : "number");
  const such = example === undefined ? "" : `, such as ${example}`;
  throw new DeskError(
    "usage",
    `${saying?.by}: ${quoted(text)} is not a ${kind} from ${least} to ${most}${such}.`,
  );
}

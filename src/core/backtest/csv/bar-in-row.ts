import { type Day, isDay } from "../../day.ts";
import { quoted } from "../../errors.ts";
import type { Columns } from "./columns-in.ts";
import type { Row } from "./rows-in.ts";

/** One bar of a table, and where it stands. */
export interface RowBar {
  readonly line: number;
  readonly date: Day;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
  /** null where there is none, or none that could be used. */
  readonly adjusted: number | null;
}

/** Why a row is no bar. */
export type Fault =
  | "no date"
  | "no day"
  | "more fields than headings"
  | "no number"
  | "no price"
  | "no market's price"
  | "no volume"
  | "no adjusted close";

/** What is wrong with a row, and what it has there. */
export interface Faulty {
  readonly line: number;
  readonly fault: Fault;
  readonly detail: string;
}

const prices = ["Open", "High", "Low", "Close"] as const;

/** The table that a row is of. */
export interface Table {
  readonly columns: Columns;
  /** How many there are. */
  readonly headings: number;
  /** Whether all prices are scaled by adjusted close / close. */
  readonly adjusted: boolean;
}

/** A row's bar, or what is wrong with it. */
export function barInRow(
  { line, fields }: Row,
  { columns, headings, adjusted }: Table,
): RowBar | Faulty {
  const textOf = (title: keyof Columns) => fields[columns[title] ?? -1] ?? "";
  const faulty = (fault: Fault, detail: string): Faulty => ({ line, fault, detail });
  const said = textOf("Date");
  if (said === "") return faulty("no date", "Date is empty");
  const date = dayIn(said);
  if (date === null) return faulty("no day", `Date is ${quoted(said)}`);
  // A comma in a number would move all fields behind it to other columns.
  if (fields.slice(headings).some((field) => field !== "")) {
    return faulty("more fields than headings", `${fields.length} instead of ${headings}`);
  }
  const numbers = { Open: 0, High: 0, Low: 0, Close: 0, Volume: 0 };
  for (const title of [...prices, "Volume"] as const) {
    const value = numberIn(textOf(title));
    if (value === null) return faulty("no number", `${title} is ${quoted(textOf(title))}`);
    numbers[title] = value;
  }
  const dead = prices.find((title) => numbers[title] <= 0);
  if (dead !== undefined) return faulty("no price", `${dead} is ${textOf(dead)}`);
  const odd = prices.find((title) => !isMarketPrice(numbers[title]));
  if (odd !== undefined) return faulty("no market's price", `${odd} is ${textOf(odd)}`);
  if (numbers.Volume < 0) return faulty("no volume", `Volume is ${textOf("Volume")}`);
  const adjustedClose = positiveIn(textOf("Adjusted"));
  if (adjusted && adjustedClose === null) {
    return faulty("no adjusted close", `it is ${quoted(textOf("Adjusted"))}`);
  }
  const { Open, High, Low, Close, Volume: volume } = numbers;
  const factor = adjusted && adjustedClose !== null ? adjustedClose / Close : 1;
  const [open, high, low, close] = [Open * factor, High * factor, Low * factor, Close * factor];
  return { line, date, open, high, low, close, volume, adjusted: adjustedClose };
}

/** What is beyond these no market has dealt at, and what is made of it may be no number. */
function isMarketPrice(value: number): boolean {
  return value > 1e-12 && value < 1e12;
}

/** How dates are written, for people. */
export const DAY_FORM =
  "a day of the form YYYY-MM-DD, with or without a time behind it, or YYYYMMDD";

const ISO_DAY =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{1,2}:\d{2}[\d:.,]*\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const SHORT_DAY = /^(\d{4})(\d{2})(\d{2})$/;

function dayIn(text: string): Day | null {
  const day = ISO_DAY.exec(text)?.[1] ?? text.replace(SHORT_DAY, "$1-$2-$3");
  return isDay(day) ? day : null;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** null for what is no finite decimal number. */
function numberIn(text: string): number | null {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

function positiveIn(text: string): number | null {
  const value = numberIn(text);
  return value !== null && value > 0 ? value : null;
}

/** What a written number counts, as far as its writing says. */
export type WrittenUnit =
  | "money"
  | "percent"
  /** A difference of two percentages; basis points are hundredths of it. */
  | "percentage_points"
  | "multiple"
  | "days"
  | "date"
  /** A number with the noun that it counts, or with none. */
  | "number";

/** One number as it stands in a text. */
export interface WrittenFigure {
  /** As written, sign, unit and currency included: `text.slice(at, at + text.length)`. */
  readonly text: string;
  /** Where it begins in the passage, in UTF-16 units. */
  readonly at: number;
  readonly unit: WrittenUnit;
  /**
   * Signed, with k, M, B and T multiplied out; percent in percent; 25 basis points are 0.25; 45 cents
   * are 0.45. NaN for a date.
   */
  readonly value: number;
  /** What one more in the last digit written would add: 0.01 for 4.20, 1e7 for 3.10B; NaN for a date. */
  readonly step: number;
  /** Whether words say that it is not exact: about, roughly, ~, nearly, more than. */
  readonly approximate: boolean;
  /** The sign that is written, "-" for a table's (1.2B) too; null where none is. */
  readonly sign: "+" | "-" | null;
  /** The currencies that it may be in: one for a code, several for `$`; empty where none is written. */
  readonly currencies: readonly string[];
  /**
   * Of a date: `2026-11-20`, `2026-11`, `2026`, `2026-Q3`, or `--11-20` where no year is written; null
   * for every other figure.
   */
  readonly period: string | null;
  /** The word that it counts, in lower case: shares, opinions; null where none follows. */
  readonly noun: string | null;
  /** Where its sentence begins and ends in the passage. */
  readonly sentence: { readonly from: number; readonly to: number };
}

/** A span of time that a text names: "three months", "a week", "30-day", "year on year". */
export interface NamedPeriod {
  /**
   * A count and d, w, m, y, or b for bars: `1d`, `1w`, `3m`, `30d`, `5b`. A quarter is `3m`; 7 days,
   * 12 months and 52 weeks are `1w` and `1y`; the year to date is `ytd`.
   */
  readonly period: string;
  /** Where it begins in the passage, in UTF-16 units. */
  readonly at: number;
  /** As written: `text.slice(at, at + text.length)`. */
  readonly text: string;
}

import { DeskError } from "../errors.ts";
import { counted } from "../render/counted.ts";
import type { Bars } from "./bars.ts";
import { barInRow, type Faulty, type RowBar } from "./csv/bar-in-row.ts";
import { columnsIn } from "./csv/columns-in.ts";
import { allLeftOutInWords, leftOutInWords } from "./csv/left-out.ts";
import { requireLegibleDays } from "./csv/legible-days.ts";
import { oneADay } from "./csv/one-a-day.ts";
import { outOfRangeInWords } from "./csv/out-of-range.ts";
import { rowsIn } from "./csv/rows-in.ts";
import { unadjustedInWords } from "./csv/unadjusted.ts";

/** What is known of a file of bars besides its text. */
interface CsvOptions {
  /** What it is called in errors, and what the bars are named after where nothing else names them. */
  readonly file: string;
  /** Whose bars they are; null: as the headings say. Chooses among several. */
  readonly symbol: string | null;
  /** Whether all prices are scaled by adjusted close / close. */
  readonly adjusted?: boolean;
}

const LEAST_BARS = 2;

/**
 * Daily bars in CSV: the columns Date, Open, High, Low, Close and Volume in any order, others among
 * them. What can be left out or put in order is, and is told of with its count and first line.
 *
 * @throws DeskError `bad_response` where it is no such table, has dates of another form in most rows,
 *   several bars a day, or fewer than 2 that can be used
 */
export function barsInCsv(
  text: string,
  { file, symbol, adjusted = false }: CsvOptions,
): { bars: Bars; warnings: string[] } {
  const [head, ...rows] = rowsIn(text, file);
  const headings = head?.fields ?? [];
  const found = columnsIn(headings, { file, symbol });
  const { columns } = found;
  if (adjusted && columns.Adjusted === null) throw notAdjusted(file);
  const faulty: Faulty[] = [];
  const usable: RowBar[] = [];
  for (const row of rows) {
    const read = barInRow(row, { columns, headings: headings.length, adjusted });
    if ("fault" in read) faulty.push(read);
    else usable.push(read);
  }
  requireLegibleDays(faulty, rows.length, file);
  const daily = oneADay(usable, file);
  if (daily.bars.length < LEAST_BARS) throw tooFew(daily.bars.length, faulty, file);
  return {
    bars: columnsOf(daily.bars, symbol ?? found.symbol ?? nameOf(file)),
    warnings: [
      ...leftOutInWords(faulty),
      ...daily.warnings,
      ...outOfRangeInWords(daily.bars),
      ...(adjusted ? [] : unadjustedInWords(daily.bars)),
    ],
  };
}

function columnsOf(rows: readonly RowBar[], symbol: string): Bars {
  return {
    symbol,
    dates: rows.map(({ date }) => date),
    open: rows.map(({ open }) => open),
    high: rows.map(({ high }) => high),
    low: rows.map(({ low }) => low),
    close: rows.map(({ close }) => close),
    volume: rows.map(({ volume }) => volume),
  };
}

/** @example nameOf("data/AAPL.csv") // "AAPL" */
function nameOf(file: string): string {
  return file.replace(/^.*[\\/]/, "").replace(/(?<=.)\.[^.]*$/, "");
}

function notAdjusted(file: string): DeskError {
  return new DeskError(
    "bad_response",
    `"${file}" has no column of adjusted closes, such as Adj Close: leave --adjusted out.`,
    { facts: { file } },
  );
}

function tooFew(count: number, faulty: readonly Faulty[], file: string): DeskError {
  const leftOut = count === 0 ? allLeftOutInWords(faulty) : leftOutInWords(faulty);
  const why = leftOut.length === 0 ? "" : ` ${leftOut.join(" ")}`;
  return new DeskError(
    "bad_response",
    `"${file}" holds ${counted(count, "bar", "bars")} that can be used; a backtest needs at least ${LEAST_BARS}.${why}`,
    { facts: { file, bars: count } },
  );
}

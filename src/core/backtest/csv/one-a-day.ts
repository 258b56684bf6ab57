import { DeskError } from "../../errors.ts";
import { counted } from "../../render/counted.ts";
import type { RowBar } from "./bar-in-row.ts";

/**
 * The bars oldest first and one a day, the last row of each; and what that took, in sentences.
 *
 * @throws DeskError `bad_response` where most days have several bars that differ: it is no daily data
 */
export function oneADay(
  rows: readonly RowBar[],
  file: string,
): { bars: readonly RowBar[]; warnings: string[] } {
  const late = rows.filter(({ date }, at) => date < (rows[at - 1]?.date ?? date));
  const sorted = late.length === 0 ? rows : rows.toSorted((a, b) => compare(a.date, b.date));
  const bars = sorted.filter(({ date }, at) => date !== sorted[at + 1]?.date);
  return { bars, warnings: [...unsorted(late), ...repeated(rows, bars, file)] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unsorted([first, ...more]: readonly RowBar[]): string[] {
  if (first === undefined) return [];
  const rows = counted(more.length + 1, "row stands", "rows stand");
  return [
    `The rows were sorted by date: ${rows} behind a later one, first ${first.date} in line ${first.line}.`,
  ];
}

/** A day is that of several bars when more than this share of all days are. */
const MOST = 0.5;

function repeated(rows: readonly RowBar[], kept: readonly RowBar[], file: string): string[] {
  const dropped = rows.length - kept.length;
  if (dropped === 0) return [];
  const last = new Map(kept.map((bar) => [bar.date, bar]));
  const repeats = rows.filter((row) => last.get(row.date) !== row);
  const different = repeats.filter((row) => !isSame(row, last.get(row.date)));
  const days = new Set(different.map(({ date }) => date)).size;
  if (days > kept.length * MOST) {
    throw new DeskError(
      "bad_response",
      `"${file}" holds no daily data: ${days} of its ${kept.length} days have several bars that differ. Give one bar a day.`,
      { facts: { file, days, ofDays: kept.length } },
    );
  }
  const differ =
    different.length === 0
      ? "all with the same figures"
      : `${different.length} of them with other figures than the one kept`;
  const [first] = repeats;
  return [
    `${counted(dropped, "row", "rows")} of a day that has a later row left out, ${differ}; first ${first?.date} in line ${first?.line}.`,
  ];
}

function isSame(row: RowBar, other: RowBar | undefined): boolean {
  return JSON.stringify({ ...row, line: 0 }) === JSON.stringify({ ...other, line: 0 });
}

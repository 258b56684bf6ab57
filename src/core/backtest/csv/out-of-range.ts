import { counted } from "../../render/counted.ts";
import type { RowBar } from "./bar-in-row.ts";
import { ROUNDING } from "./rounding.ts";

/** Bars whose open or close lies outside of their low and high, in a sentence; none where all are sound. */
export function outOfRangeInWords(bars: readonly RowBar[]): string[] {
  const [first, ...more] = bars.filter(isOutOfRange);
  if (first === undefined) return [];
  const { date, line, open, high, low, close } = first;
  return [
    `${counted(more.length + 1, "bar", "bars")} with a high below the low, or an open or close beyond them, kept as they stand; first ${date} in line ${line}: open ${open}, high ${high}, low ${low}, close ${close}.`,
  ];
}

function isOutOfRange({ open, high, low, close }: RowBar): boolean {
  const slack = close * ROUNDING;
  return Math.min(open, close, high) < low - slack || Math.max(open, close, low) > high + slack;
}

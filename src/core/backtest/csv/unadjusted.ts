import { counted } from "../../render/counted.ts";
import type { RowBar } from "./bar-in-row.ts";
import { ROUNDING } from "./rounding.ts";

/** That prices are not adjusted though they could be, in a sentence; none where it makes no difference. */
export function unadjustedInWords(bars: readonly RowBar[]): string[] {
  const different = bars.filter(({ adjusted, close }) => {
    return adjusted !== null && Math.abs(adjusted / close - 1) > ROUNDING;
  });
  if (different.length === 0) return [];
  return [
    `Prices are used as they stand, so that dividends and splits may look like moves: ${counted(different.length, "bar has", "bars have")} another adjusted close. Use --adjusted to scale all prices by it.`,
  ];
}

import { type Day, daysBetween } from "../day.ts";
import { DUST } from "./dust.ts";

interface EquityDrawdown {
  /** The deepest fall from a high so far, as a fraction; 0 or negative. */
  readonly deepest: number;
  /** The most calendar days from a high until it was reached again, or until the end. */
  readonly longestDays: number;
}

/** How far, and for how long, equity was below its highs. */
export function equityDrawdown(equity: readonly number[], dates: readonly Day[]): EquityDrawdown {
  let peak = Number.NEGATIVE_INFINITY;
  let peakDate = dates[0] ?? "";
  let isBelow = false;
  let deepest = 0;
  let longestDays = 0;
  for (const [place, value] of equity.entries()) {
    const date = dates[place] ?? "";
    if (value < peak * (1 - DUST)) {
      isBelow = true;
      deepest = Math.min(deepest, value / peak - 1);
    } else {
      if (isBelow) longestDays = Math.max(longestDays, daysBetween(peakDate, date));
      isBelow = false;
      peak = Math.max(peak, value);
      peakDate = date;
    }
  }
  const last = dates.at(-1) ?? "";
  if (isBelow) longestDays = Math.max(longestDays, daysBetween(peakDate, last));
  return { deepest, longestDays };
}

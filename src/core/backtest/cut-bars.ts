import type { Day } from "../day.ts";
import { DeskError } from "../errors.ts";
import { counted } from "../render/counted.ts";
import { type Bars, sliceBars } from "./bars.ts";

const LEAST_BARS = 2;

/**
 * The bars from one day to another, both included; null leaves an end open.
 *
 * @throws DeskError `usage` where fewer than 2 bars are left
 */
export function cutBars(
  bars: Bars,
  { from, to }: { readonly from: Day | null; readonly to: Day | null },
): Bars {
  const { symbol, dates } = bars;
  const start = from === null ? 0 : dates.filter((day) => day < from).length;
  const end = to === null ? dates.length : dates.filter((day) => day <= to).length;
  const left = Math.max(0, end - start);
  if (left >= LEAST_BARS) return sliceBars(bars, start, end);
  const [first = null, last = first] = [dates[0], dates.at(-1)];
  const there =
    first === null
      ? `there are no bars of ${symbol}`
      : `bars of ${symbol} are from ${first} to ${last}`;
  throw new DeskError(
    "usage",
    `${counted(left, "bar is", "bars are")} left from ${from ?? "the first"} to ${to ?? "the last"}; a backtest needs at least ${LEAST_BARS}, and ${there}. Choose other days (--from, --to).`,
    { facts: { symbol, from, to, left } },
  );
}

import type { Candle } from "../candle.ts";
import type { Day } from "../day.ts";
import { type Step, stepsFrom } from "./step.ts";

/**
 * The days on which the desk decides: every step from one day to another, both included. A day
 * without a bar stands for the last one before it that has one, and two that fall together are one.
 *
 * @param candles oldest first, from before `from` on
 */
export function gridDays(
  candles: readonly Candle[],
  { from, to, step }: { readonly from: Day; readonly to: Day; readonly step: Step },
): Day[] {
  const days = new Set<Day>();
  let next = 0;
  let last: Day | undefined;
  for (let steps = 0, day = from; day <= to; steps += 1, day = stepsFrom(from, step, steps)) {
    for (let bar = candles[next]; bar !== undefined && bar.date <= day; bar = candles[next]) {
      last = bar.date;
      next += 1;
    }
    if (last !== undefined) days.add(last);
  }
  return [...days];
}

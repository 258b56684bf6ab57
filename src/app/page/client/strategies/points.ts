import type { Day } from "#core/day.ts";

/** A column of figures as a chart takes them. */
export function pointsOf(
  dates: readonly Day[],
  values: readonly number[],
): { time: Day; value: number }[] {
  return values.map((value, bar) => ({ time: dates[bar] ?? "", value }));
}

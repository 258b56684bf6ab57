import type { StrategyPage } from "../strategy-page.ts";

/** Where along the bars the time out of sample begins, 0 to 1; null where periods are not told apart. */
export function splitAt({ bars, split }: Pick<StrategyPage, "bars" | "split">): number | null {
  return split === null ? null : bars.dates.indexOf(split) / Math.max(1, bars.dates.length - 1);
}

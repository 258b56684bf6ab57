import type { StrategyPage } from "../strategy-page.ts";

/**
 * What became of 1 in the period that is judged by, a number a bar: out of sample from the close before
 * it, and else from the first bar. Empty without a run, and where there was nothing to start from.
 */
export function growthIn(
  { bars, split, rules }: Pick<StrategyPage, "bars" | "split" | "rules">,
  equity: readonly number[],
): number[] {
  const from = split === null ? 0 : Math.max(0, bars.dates.indexOf(split) - 1);
  const base = split === null ? rules.cash : (equity[from] ?? 0);
  return base > 0 ? equity.slice(from).map((value) => value / base) : [];
}

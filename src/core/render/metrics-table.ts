import type { Metrics } from "../backtest/metrics.ts";
import { measures } from "./measures.ts";
import { renderTable } from "./table.ts";

/** All measures of a strategy beside those of buying and holding. */
export function metricsTable(
  strategy: Metrics,
  benchmark: Metrics,
  currency: string | null,
): string {
  return renderTable(
    [
      { title: "", align: "left" },
      { title: "Strategy", align: "right" },
      { title: "Buy and hold", align: "right" },
    ],
    measures.map(({ title, of, words }) => [
      title,
      words(of(strategy), currency),
      words(of(benchmark), currency),
    ]),
  );
}

import type { Metrics } from "#core/backtest/metrics.ts";
import { figure } from "#core/figure.ts";
import { gainText, partText, ratioText } from "#core/render/fractions.ts";
import type { ResultColumn } from "./strategy-page.ts";

/** The columns that every table of results has, of the period that is judged by. */
export function resultColumns(judged: number): ResultColumn[] {
  const column = (
    title: string,
    of: (metrics: Metrics) => number | null,
    words: ResultColumn["words"],
  ): ResultColumn => ({
    title,
    of: ({ periods }) => {
      const metrics = periods[judged];
      return metrics === undefined ? null : of(metrics);
    },
    words,
  });
  return [
    { ...column("Sharpe", ({ sharpe }) => sharpe, ratioText), main: true },
    column("Return", ({ totalReturn }) => totalReturn, gainText),
    column("CAGR", ({ cagr }) => cagr, gainText),
    column("Max drawdown", ({ maxDrawdown }) => maxDrawdown, partText),
    column(
      "Trades",
      ({ trades }) => trades,
      (trades) => figure(trades, "count"),
    ),
    column("Win rate", ({ winRate }) => winRate, partText),
  ];
}

import type { Metrics } from "#core/backtest/metrics.ts";
import type { Shown } from "./strategy-page.ts";

/** Buying and holding, as a page shows it. */
export function shownHold(periods: readonly Metrics[], equity: readonly number[]): Shown {
  return {
    name: "Buy and hold",
    model: null,
    colour: "hold",
    rank: null,
    remark: null,
    periods,
    deflatedSharpe: null,
    code: null,
    answer: null,
    warnings: [],
    trades: [],
    open: [],
    equity,
  };
}

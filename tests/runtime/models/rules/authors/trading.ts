import { runInNewContext } from "node:vm";
import type { BacktestRun } from "#core/backtest/backtest-run.ts";
import { type Bars, sliceBars, timeOf } from "#core/backtest/bars.ts";
import { backtest } from "#core/backtest/engine.ts";
import { splitPlace } from "#core/backtest/walk-forward.ts";
import type { AuthorStyle } from "#core/contest/author.ts";
import { marketBriefOf } from "#core/contest/in-sample.ts";
import { writeMarketBrief } from "#core/contest/market-brief.ts";
import { writeStrategy } from "#runtime/models/rules/authors/write-strategy.ts";
import { readStrategy } from "#runtime/strategy-code/read-strategy.ts";

export const rules = {
  cash: 10_000,
  commission: 0.001,
  slippage: 0.0005,
  wholeShares: false,
  allowShort: false,
};

/** A run, and what the program gave at each bar. */
export interface Traded extends BacktestRun {
  readonly decisions: readonly unknown[];
}

/** What a request tells an author of the bars that lie before the split. */
export function requestFor(bars: Bars): string {
  return writeMarketBrief(marketBriefOf(sliceBars(bars, 0, splitPlace(bars.dates.length))));
}

/** Has an author write for a request and trades over the bars. Only for programs of our own: this is no sandbox. */
export async function trade(
  style: AuthorStyle,
  bars: Bars,
  request = requestFor(bars),
): Promise<Traded> {
  const { code } = await readStrategy(writeStrategy(style, request));
  const program: unknown = runInNewContext(`${code}\nexecute_trade;`);
  if (typeof program !== "function") throw new Error(`${style} gives no function`);
  const time: number[] = [];
  const seen = { open: [], high: [], low: [], close: [], volume: [] };
  const columns: [number[], readonly number[]][] = [
    [time, bars.dates.map(timeOf)],
    [seen.open, bars.open],
    [seen.high, bars.high],
    [seen.low, bars.low],
    [seen.close, bars.close],
    [seen.volume, bars.volume],
  ];
  const decisions: unknown[] = [];
  const run = backtest(bars, rules, (bar, cash, shares, equity) => {
    for (const [grown, column] of columns) grown.push(column[bar] ?? Number.NaN);
    const market = { symbol: bars.symbol, time, ...seen };
    const decided: unknown = program(market, { cash, shares, equity });
    decisions.push(decided);
    return Number(decided);
  });
  return { ...run, decisions };
}

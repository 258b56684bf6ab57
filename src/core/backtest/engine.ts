import type { Day } from "../day.ts";
import { Account } from "./account.ts";
import type { BacktestRun } from "./backtest-run.ts";
import type { Bars } from "./bars.ts";
import type { ExecutionRules } from "./execution-rules.ts";

/**
 * Decides at a bar's close how many shares to buy (to sell where negative); what is not finite is a hold.
 *
 * @param bar its place, from 0
 * @param equity cash and shares, marked at the bar's close
 */
export type Decide = (bar: number, cash: number, shares: number, equity: number) => number;

/**
 * Trades over bars. An order decided at a bar's close is filled at the next bar's open, as far as cash
 * or holdings go; that of the last bar never is. docs/backtesting.md has the rules.
 *
 * `decide` is called once a bar, in order, with nothing of the bars: it can know what its caller lets it
 * see, and no more. Once equity is not above 0, which only a short can bring about, all is closed at that
 * close and it is called no more.
 */
export function backtest(bars: Bars, rules: ExecutionRules, decide: Decide): BacktestRun {
  const count = bars.dates.length;
  const [equity, shares, costs] = [column(count), column(count), column(count)];
  const account = new Account(rules);
  let order = 0;
  let ruinedOn: Day | null = null;
  for (let bar = 0; bar < count; bar += 1) {
    const date = bars.dates[bar] ?? "";
    const close = bars.close[bar] ?? Number.NaN;
    const cost = order === 0 ? 0 : account.fill(order, bars.open[bar] ?? Number.NaN, date);
    const worth = account.cash + account.shares * close;
    if (worth <= 0) {
      for (const rest of [equity, shares, costs]) rest.fill(0, bar);
      costs[bar] = cost + account.ruin(close, date);
      ruinedOn = date;
      break;
    }
    equity[bar] = worth;
    shares[bar] = account.shares;
    costs[bar] = cost;
    const decided = decide(bar, account.cash, account.shares, worth);
    order = Number.isFinite(decided) ? decided : 0;
  }
  const { lots } = account;
  return {
    trades: lots.trades,
    open: lots.markedAt(bars.close.at(-1) ?? Number.NaN),
    equity,
    shares,
    costs,
    ruinedOn,
  };
}

/** Filled with what is no integer, so that it holds plain doubles from the start: that is thrice as fast. */
function column(count: number): number[] {
  return new Array<number>(count).fill(Number.NaN);
}

import type { Bars } from "#core/backtest/bars.ts";
import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import { marketBriefOf } from "#core/contest/in-sample.ts";
import { writeMarketBrief } from "#core/contest/market-brief.ts";

/** How many of the last bars an author is shown. */
const SHOWN_BARS = 40;

const SYSTEM = `Role: strategy_author

You write a trading strategy for one symbol in plain JavaScript. It is run in a sandbox over daily bars and ranked against the strategies of other authors and against buy and hold.

The contract:
- A synchronous function at the top level: function execute_trade(market, portfolio). It is called once a bar, in order, at the bar's close.
- market = {symbol, time, open, high, low, close, volume}. symbol is a string. Each of the others is an array that has grown by one element since the last call; its last element is the current bar. time is the bar's date in epoch milliseconds, UTC. There is nothing of later bars. Prices are adjusted for splits and dividends.
- portfolio = {cash, shares, equity}: what is held at this close. equity is cash plus shares at the last close.
- It returns the number of shares to buy (positive) or to sell (negative). 0 is a hold. Anything that is not a finite number is a hold, and counted against you.
- The order is filled at the next bar's open, with commission and slippage, and clipped to the cash or the shares that there are. The order of the last bar is never filled.

The sandbox:
- Standard ECMAScript only. No import, no require, no network, no files, no timers, no async. No clock and no randomness to rely on. console says nothing.
- 64 MiB of memory and a few seconds for the whole run. Keep the work of a bar small: variables at the top level keep their values from bar to bar, so update averages instead of computing them anew.
- The first bars have no history: return 0 until there is enough.

What wins:
- Strategies are ranked by their Sharpe ratio out of sample: over bars that come after those you are told of. What is fitted to the past loses there, so prefer few parameters and a reason for each.
- Each fill costs: do not trade on every bar for nothing. But trade: a strategy with too few closed trades is not ranked.

Your answer: one or two sentences on the idea, then the whole program in one fenced block that begins with \`\`\`js. Its first line is a comment of one line with the idea. Plain JavaScript, no TypeScript, no export.`;

/** What an author of strategies is told to be. */
export function authorSystemPrompt(): string {
  return SYSTEM;
}

/** What an author is given to write for. */
export interface AuthorTask {
  /** Those that it may see, and no others. */
  readonly bars: Bars;
  readonly rules: ExecutionRules;
  /** Closed trades out of sample that a strategy needs in order to be ranked. */
  readonly minTrades: number;
}

/** The request for a strategy: the market in figures, its last bars, and how orders are filled. */
export function authorRequest({ bars, rules, minTrades }: AuthorTask): string {
  return [
    `Write a strategy for ${bars.symbol}.`,
    `The bars that you may know of, measured (fractions; a year's where it says annual):\n${writeMarketBrief(marketBriefOf(bars))}`,
    `The last of them:\n${lastBars(bars)}`,
    fillsInWords(rules),
    `To be ranked it needs at least ${minTrades} closed ${minTrades === 1 ? "trade" : "trades"} in the bars that follow, about half as many as there are above.`,
  ].join("\n\n");
}

function fillsInWords({ cash, commission, slippage, wholeShares, allowShort }: ExecutionRules) {
  return [
    `It starts with ${cash} in cash. A fill costs ${percent(commission)} commission and ${percent(slippage)} slippage of its value.`,
    wholeShares ? "Only whole shares are dealt in." : "Shares may be fractions.",
    allowShort
      ? "Short selling is allowed: shares may become negative."
      : "Long only: no more can be sold than is held.",
  ].join(" ");
}

/** @example percent(0.0005) // "0.05 %" */
function percent(share: number): string {
  return `${Number((100 * share).toPrecision(5))} %`;
}

function lastBars({ dates, open, high, low, close, volume }: Bars): string {
  const columns = [open, high, low, close, volume].map((column) => column.slice(-SHOWN_BARS));
  const rows = dates.slice(-SHOWN_BARS).map((date, place) => {
    const figures = columns.map((column) => Number(column[place]?.toPrecision(5)));
    return [date, ...figures].join(",");
  });
  return `<bars>\ndate,open,high,low,close,volume\n${rows.join("\n")}\n</bars>`;
}

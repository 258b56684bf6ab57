import { bullets } from "../../render/bullets.ts";
import { counted } from "../../render/counted.ts";
import type { ContestResult } from "../contest.ts";

/** What the ranking says, and what it does not. */
export function meaningSection({ bars, split, request, tried }: ContestResult): string {
  const shown = bars.dates.indexOf(split);
  const trades = counted(request.minTrades, "closed trade", "closed trades");
  return `## What the ranking means\n\n${bullets([
    `Authors were told only of the first ${shown} of ${bars.dates.length} bars. The rest, the last third, is out of sample; the ranking is by the Sharpe ratio there, without a risk-free rate, of strategies with at least ${trades} there.`,
    triedText(tried),
    "A strategy that shines in sample and not out of sample has learnt the past by heart. One that shines in both has still been seen in one market and one period only.",
    "docs/backtesting.md defines every figure.",
  ])}`;
}

function triedText(tried: number): string {
  if (tried <= 1) {
    return "DSR, the deflated Sharpe ratio, is how likely the true Sharpe ratio is above 0, given how long, skewed and fat-tailed the returns are. One strategy has figures, so there is no choice among several to correct for.";
  }
  return `${tried} strategies have figures, and the best of ${tried} looks good by luck alone. DSR, the deflated Sharpe ratio, corrects for that: how likely a strategy's true Sharpe ratio is above what the best of ${tried} worthless ones would be expected to show. Only near 1 is it evidence; 0.95 is the usual mark.`;
}

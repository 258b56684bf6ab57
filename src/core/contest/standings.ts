import { expectedBest, probabilisticSharpe } from "../backtest/deflated-sharpe.ts";
import { returnsOf } from "../backtest/period.ts";
import { dailySharpe } from "../backtest/return-ratios.ts";
import { counted } from "../render/counted.ts";
import type { Entry, Standing } from "./contest.ts";

/**
 * Who has done best: by Sharpe's ratio out of sample, among those that have traded enough there. After
 * them come those that have not, and then those that failed, each in the order of the authors.
 *
 * All with figures count as tried, ranked or not: each was one more chance that the best looks good by
 * luck. One that failed has shown nothing that could have been chosen.
 *
 * @param entries in the order of the authors
 * @param split the place of the first bar out of sample
 * @param minTrades closed trades out of sample that it takes to be ranked
 */
export function standingsOf(
  entries: readonly Entry[],
  split: number,
  minTrades: number,
): { readonly standings: Standing[]; readonly tried: number } {
  const returns = new Map(
    entries
      .filter(({ measured }) => measured !== null)
      .map(({ author, equity }) => [author, returnsOf(equity, { from: split, to: equity.length })]),
  );
  const ratios = [...returns.values()].map(dailySharpe).filter((daily) => daily !== null);
  const benchmark = expectedBest(ratios, returns.size);
  const judged = entries.map((entry) => ({
    author: entry.author,
    sharpe: entry.measured?.outOfSample.sharpe ?? null,
    isMeasured: entry.measured !== null,
    unranked: whyUnranked(entry, minTrades),
    deflatedSharpe:
      benchmark === null ? null : probabilisticSharpe(returns.get(entry.author) ?? [], benchmark),
  }));
  const ranked = judged.filter(({ unranked }) => unranked === null);
  const others = judged.filter(({ unranked }) => unranked !== null);
  const best = ranked.toSorted((a, b) => (b.sharpe ?? 0) - (a.sharpe ?? 0));
  const last = others.toSorted((a, b) => Number(b.isMeasured) - Number(a.isMeasured));
  return {
    standings: [...best, ...last].map(({ author, unranked, deflatedSharpe }, place) => ({
      author,
      rank: unranked === null ? place + 1 : null,
      unranked,
      deflatedSharpe,
    })),
    tried: returns.size,
  };
}

function whyUnranked({ failure, measured }: Entry, minTrades: number): string | null {
  if (measured === null) {
    return failure === null ? "it has no figures" : `it failed: ${failure.message}`;
  }
  const { sharpe, trades } = measured.outOfSample;
  if (sharpe === null) return "its equity does not move out of sample";
  if (trades >= minTrades) return null;
  const found = trades === 0 ? "no trade" : `only ${counted(trades, "trade", "trades")}`;
  return `${found} out of sample; ${minTrades} ${minTrades === 1 ? "is" : "are"} needed`;
}

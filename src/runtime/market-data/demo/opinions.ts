import type { RatingChange, RecommendationCount } from "#core/company.ts";
import type { Day } from "#core/day.ts";
import { mean } from "#core/mean.ts";
import { CLOSING_TIME, monthBefore, tradingDayIn } from "./calendar.ts";
import type { PriceRun } from "./prices.ts";
import { type Random, seededRandom } from "./random.ts";
import { roundTo } from "./round.ts";
import { traitsOf } from "./traits.ts";

const MONTHS_OF_COUNTS = 4;
const MONTHS_OF_CHANGES = 12;
const FIRMS = [
  "Demo Securities",
  "Sample Research",
  "Placeholder Capital",
  "Specimen & Co",
] as const;
const RATINGS = ["Sell", "Hold", "Buy"] as const;

/** What the analysts of a company think this month and in the three before. */
export function recommendationsOf(symbol: string, asOf: Day): RecommendationCount[] {
  return Array.from({ length: MONTHS_OF_COUNTS }, (_, monthsAgo) => {
    const random = seededRandom(`${symbol} opinions ${monthBefore(asOf, monthsAgo)}`);
    const counts = { strongBuy: 0, buy: 0, hold: 0, sell: 0, strongSell: 0 };
    const outlook = leaningOf(symbol);
    for (let analyst = 0; analyst < traitsOf(symbol).analysts; analyst += 1) {
      const view = outlook + random.normal();
      if (view > 1.2) counts.strongBuy += 1;
      else if (view > 0.2) counts.buy += 1;
      else if (view > -1.1) counts.hold += 1;
      else if (view > -2) counts.sell += 1;
      else counts.strongSell += 1;
    }
    return { monthsAgo, ...counts };
  });
}

/** The mean opinion, 1 (strong buy) to 5 (strong sell). */
export function opinionMean(counts: RecommendationCount): number {
  const { strongBuy, buy, hold, sell, strongSell } = counts;
  const all = strongBuy + buy + hold + sell + strongSell;
  return (strongBuy + 2 * buy + 3 * hold + 4 * sell + 5 * strongSell) / all;
}

/** Target prices about the mean close of the last 50 bars. */
export function targetsOf(symbol: string, { bars }: PriceRun, asOf: Day) {
  const usual = mean(bars.slice(-50).map(({ close }) => close));
  const random = seededRandom(`${symbol} targets ${monthBefore(asOf, 0)}`);
  const target = usual * (1.06 + 0.08 * leaningOf(symbol) + 0.02 * random.normal());
  return {
    targetPriceLow: roundTo(target * random.between(0.65, 0.85), 2),
    targetPriceMean: roundTo(target, 2),
    targetPriceHigh: roundTo(target * random.between(1.15, 1.4), 2),
  };
}

/** The year's changes of opinion, newest first. */
export function ratingChangesOf(symbol: string, asOf: Day): RatingChange[] {
  const months = Array.from({ length: MONTHS_OF_CHANGES }, (_, ago) => monthBefore(asOf, ago));
  return months
    .flatMap((month) => {
      const random = seededRandom(`${symbol} ratings ${month}`);
      return Array.from({ length: random.whole(0, 2) }, () => changeIn(month, random));
    })
    .filter(({ date }) => date <= asOf)
    .sort((a, b) => b.date.localeCompare(a.date));
}

function changeIn(month: string, random: Random): RatingChange {
  const date = tradingDayIn(month, random);
  const from = random.whole(0, RATINGS.length - 1);
  const to = Math.min(RATINGS.length - 1, Math.max(0, from + random.whole(-1, 1)));
  return {
    date,
    firm: random.pick(FIRMS),
    from: RATINGS[from] ?? null,
    to: RATINGS[to] ?? null,
    action: to > from ? "upgrade" : to < from ? "downgrade" : "maintained",
    availableAt: `${date}${CLOSING_TIME}`,
  };
}

/** How analysts think of the company at all times: about 0, positive is fond. */
function leaningOf(symbol: string): number {
  return 0.2 + 0.6 * seededRandom(`${symbol} leaning`).normal();
}

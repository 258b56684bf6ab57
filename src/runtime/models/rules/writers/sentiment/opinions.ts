import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { quotation } from "../../headlines.ts";
import { bandOf, type Observation, observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

const GRADES = ["strong_buy", "buy", "hold", "sell", "strong_sell"] as const;

/** A shift of the balance of opinion (on a scale of -1 to 1) that is worth the name. */
const SHIFT = 0.03;

/** Months back, the furthest first. */
const MONTHS_BACK = [3, 2, 1] as const;

export const opinions: Topic = {
  title: "Analysts",
  noun: "analysts' opinions",
  companyOnly: true,
  needs: {
    "recommendations.0.buy": "the analysts' opinions",
    "ratings.upgrades_90d": "the upgrades of 90 days",
    "ratings.downgrades_90d": "the downgrades of 90 days",
  },
  observe: (evidence) => [split(evidence), shift(evidence), changes(evidence)],
};

interface Opinions {
  readonly total: number;
  readonly buys: number;
  readonly holds: number;
  readonly sells: number;
  /** 1 is strong buy, 5 is strong sell. */
  readonly mean: number;
  /** Those who say buy less those who say sell, as a share of all: -1 to 1. */
  readonly balance: number;
}

/** The opinions of a month; null where a grade's count is unknown or nobody has one. */
export function opinionsIn({ number }: Evidence, monthsAgo: number): Opinions | null {
  const counts = GRADES.flatMap(
    (grade) => number(`recommendations.${monthsAgo}.${grade}`)?.value ?? [],
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const [strongBuy, buy, hold, sell, strongSell] = counts;
  if (
    strongBuy === undefined ||
    buy === undefined ||
    hold === undefined ||
    sell === undefined ||
    strongSell === undefined ||
    total === 0
  ) {
    return null;
  }
  const mean = counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / total;
  const [buys, sells] = [strongBuy + buy, sell + strongSell];
  return { total, buys, holds: hold, sells, mean, balance: (buys - sells) / total };
}

function split(evidence: Evidence): Observation | null {
  const now = opinionsIn(evidence, 0);
  if (now === null) return null;
  const { total, buys, holds, sells, mean } = now;
  const { words } = bandOf(
    mean,
    [
      { least: 3.5, signal: 0, words: "Analysts are against the stock" },
      { least: 2.4, signal: 0, words: "Analysts are undecided" },
      { least: 2, signal: 0, words: "Analysts lean to buying" },
    ],
    { signal: 0, words: "Analysts favour the stock" },
  );
  return observation(
    `${words}: of ${say.counted(total, "opinion")}, ${say.countWord(buys)} say${buys === 1 ? "s" : ""} buy or strong buy, ${say.countWord(holds)} hold and ${say.countWord(sells)} sell or strong sell.`,
    // Analysts as a group lean to buying, so the middle of the scale is already a cool verdict.
    (2.6 - mean) / 1.2,
    2,
  );
}

function shift(evidence: Evidence): Observation | null {
  const now = opinionsIn(evidence, 0);
  const earlier = MONTHS_BACK.flatMap((months) => {
    const then = opinionsIn(evidence, months);
    return then === null ? [] : [{ months, then }];
  })[0];
  if (now === null || earlier === undefined) return null;
  const { months, then } = earlier;
  const ago = `${say.counted(months, "month")} ago`;
  const before = `${say.outOf(then.buys, then.total)} said buy and ${say.countWord(then.sells)} said sell`;
  const change = now.balance - then.balance;
  if (Math.abs(change) < SHIFT) {
    return remark(`Opinions have hardly moved: ${ago}, ${before}.`);
  }
  return observation(
    `Opinions have grown ${change > 0 ? "warmer" : "cooler"}: ${ago}, ${before}.`,
    change * 2.5,
    2,
  );
}

function changes({ number, text, fact }: Evidence): Observation | null {
  const [up, down] = [number("ratings.upgrades_90d"), number("ratings.downgrades_90d")];
  if (up === null || down === null) return null;
  const newest = text("ratings.0");
  const day = fact("ratings.0")?.asOf?.slice(0, 10);
  const latest =
    newest === null
      ? ""
      : `; the newest rating is ${quotation(newest)}${day === undefined ? "" : ` (${day})`}`;
  const total = up.value + down.value;
  return observation(
    `The last 90 days saw ${say.counted(up.value, "upgrade")} and ${say.counted(down.value, "downgrade")}${latest}.`,
    total === 0 ? 0 : (up.value - down.value) / total / 2,
    total === 0 ? 0.5 : 1,
  );
}

import type { Claim } from "./claim.ts";
import type { FactIndex } from "./fact-index.ts";
import { isSaidPeriod } from "./fit.ts";
import type { Known } from "./known.ts";
import type { Found } from "./phrase-book.ts";
import type { Sentence } from "./sentences.ts";
import type { Naming } from "./vocabulary/index.ts";

type Mentions = readonly Found<Naming>[];

/** The values that mentions name, of a unit that the figure may have. */
export function valuesUnder(
  mentions: Mentions,
  { units, sentence }: Claim,
  index: FactIndex,
): Known[] {
  const values = new Set<Known>();
  for (const topic of topicsOf(mentions.map((mention) => narrowed(mention, sentence)))) {
    for (const known of index.byTopic.get(topic) ?? []) {
      if (units.includes(known.unit)) values.add(known);
    }
  }
  return [...values];
}

/** Where strong buys are told by themselves, "buys" are the others. */
function narrowed(mention: Found<Naming>, { mentions }: Sentence): Found<Naming> {
  const { topics } = mention.meaning;
  const isTold = (grade: string) =>
    topics.includes(`recommendations.${grade}`) &&
    topics.length > 1 &&
    mentions.some(({ meaning }) => meaning.topics.join() === `recommendations.${grade}`);
  if (!isTold("strong_buy") && !isTold("strong_sell")) return mention;
  const left = topics.filter((topic) => topic.endsWith(".buy") || topic.endsWith(".sell"));
  return { ...mention, meaning: { ...mention.meaning, topics: left } };
}

/** Topics whose values are told together: "the target of 5 (from 3 to 8)". */
const FAMILIES: readonly (readonly string[])[] = [
  ["stats.target_price_mean", "stats.target_price_low", "stats.target_price_high"],
  ["bollinger.upper", "bollinger.middle", "bollinger.lower"],
  ["macd.line", "macd.signal", "macd.histogram"],
  ["stochastic.k", "stochastic.d"],
  ["earnings.eps_actual", "earnings.eps_estimate"],
  ["price.support_20", "price.resistance_20"],
  ["price.high_52w", "price.low_52w"],
  ["quote.high_52w", "quote.low_52w"],
  ["price.volume", "price.volume_average_20", "quote.volume_average_3m"],
  ["insider.shares_bought_6m", "insider.shares_sold_6m"],
  ["insider.buys_6m", "insider.sells_6m"],
  ["ratings.upgrades_90d", "ratings.downgrades_90d"],
];

/** The values that are told together with some. */
export function siblingsOf(values: readonly Known[], { units }: Claim, index: FactIndex): Known[] {
  const topics = new Set(values.map(({ topic }) => topic));
  const families = FAMILIES.filter((family) => family.some((topic) => topics.has(topic)));
  return families
    .flat()
    .flatMap((topic) => index.byTopic.get(topic) ?? [])
    .filter(({ unit, derivation }) => units.includes(unit) && derivation === null);
}

/** "Three of 13", "5 of the 10": the figure is what the one before it is a part of. */
const OF =
  /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|most|all|some|none)) (?:[a-z]+ )?of (?:the |all )?$/i;

/** The total of what a name is a part of. */
const WHOLES: readonly (readonly [part: RegExp, topics: readonly string[]])[] = [
  [
    /^recommendations\.|^implied\.(?:buys|sells|opinions)|analyst/,
    ["implied.opinions", "stats.analyst_count"],
  ],
  [/^news|headlines/, ["news.count", "implied.headlines"]],
  [/^earnings\./, ["earnings.surprise"]],
];

/** Whether a figure is a total, after a part of it. */
export function isWhole({ figure, sentence }: Claim): boolean {
  return figure.unit === "number" && OF.test(sentence.text.slice(sentence.from, figure.at));
}

/** Totals of what a sentence names, for a figure that is one. */
export function wholesOf({ sentence, units }: Claim, index: FactIndex): Known[] {
  const named = topicsOf([...sentence.mentions, ...sentence.lead]);
  return WHOLES.filter(([part]) => named.some((topic) => part.test(topic)))
    .flatMap(([, topics]) => topics.flatMap((topic) => index.byTopic.get(topic) ?? []))
    .filter(({ unit }) => unit === "count" && units.includes(unit));
}

/** What two names mean together, where neither does alone: the index, and an average of its own. */
const COMPANIONS = [["sma_200", "macro.sp500.level", "macro.sp500.from_sma_200"]] as const;

/** The values that near names have beside far ones. */
export function companionsOf(
  near: Mentions,
  far: Mentions,
  { units }: Claim,
  index: FactIndex,
): Known[] {
  const [names, others] = [new Set(topicsOf(near)), new Set(topicsOf(far))];
  return COMPANIONS.filter(([one, other]) => names.has(one) && others.has(other))
    .flatMap(([, , topic]) => index.byTopic.get(topic) ?? [])
    .filter(({ unit }) => units.includes(unit));
}

/** Names that a figure may be worked out from: of each the newest, or that of the period named. */
export function operandsOf(mentions: Mentions, claim: Claim, index: FactIndex): Known[] {
  return topicsOf(mentions).flatMap((topic) => {
    const facts = (index.byTopic.get(topic) ?? []).filter(isOperand);
    const [first] = facts;
    if (first === undefined) return [];
    const said = facts.filter((known) => isSaidPeriod(known, claim, index));
    const chosen = said.length > 0 ? said : facts;
    const annual = chosen.find(({ when }) => when.basis === "annual");
    const quarterly = chosen.find(({ when }) => when.basis === "quarterly");
    if (annual === undefined && quarterly === undefined) return chosen.slice(0, 1);
    return [
      ...(annual === undefined ? [] : [annual]),
      ...(quarterly === undefined ? [] : [quarterly]),
    ];
  });
}

/** Changes over a span are of a moment each, and nothing is worked out from two of them. */
function isOperand({ derivation, topic }: Known): boolean {
  return derivation === null || topic.startsWith("implied.");
}

function topicsOf(mentions: Mentions): string[] {
  return [...new Set(mentions.flatMap(({ meaning }) => meaning.topics))];
}

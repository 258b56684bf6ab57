import { percentAbove } from "../../price-change.ts";
import type { Known } from "../known.ts";
import { awayFrom } from "../price-levels.ts";
import { implied, percentOf, type Topics } from "./make.ts";

/** One value and what it is held against. */
const AGAINST = [
  ["price.volume", "price.volume_average_20"],
  ["quote.volume", "quote.volume_average_3m"],
  ["macro.vix.level", "macro.vix.average"],
  ["desk.plan.stop", "desk.plan.entry"],
  ["desk.plan.target", "desk.plan.entry"],
  ["sma_50", "sma_200"],
  ["risk.volatility", "risk.volatility"],
  ["earnings.eps_actual", "earnings.eps_estimate"],
] as const;

/** How far the price is from every level, and some values from their usual ones. */
export function impliedDistances(topics: Topics): Known[] {
  const price = topics.newest("price.close") ?? topics.newest("quote.price");
  const fromPrice =
    price === null
      ? []
      : awayFrom.flatMap((topic) => {
          const level = topics.newest(topic);
          return level === null ? [] : apart(topic, price, level);
        });
  const others = AGAINST.flatMap(([topic, usual]) => {
    const [one, other] = [topics.newest(topic), topics.all(usual).find(isOther(topic))];
    if (one === null || other === undefined) return [];
    return [topic, usual].flatMap((name) => apart(name, one, other).filter(isNotTurned(other)));
  });
  return [...fromPrice, ...others, ...indexAverage(topics)];
}

/** A value is held against the usual one, and not the usual one against it. */
function isNotTurned({ factId }: Known): (known: Known) => boolean {
  return (known) => known.factId !== factId;
}

function isOther(topic: string): (known: Known) => boolean {
  return (known) => known.topic !== topic || known.when.span === "1y";
}

function apart(topic: string, one: Known, other: Known): Known[] {
  if (one.unit !== other.unit || one.currency !== other.currency) return [];
  const { currency } = one;
  const shape = { topic, nature: "distance" } as const;
  const label = `${one.label} from ${other.label}`;
  const percent = { ...shape, label, unit: "percent" } as const;
  const asPercent =
    one.value > 0 && other.value > 0
      ? [
          ...implied(percentAbove(one.value, other.value), percentOf(one, other), one, percent),
          ...implied(percentAbove(other.value, one.value), percentOf(other, one), other, percent),
        ]
      : [];
  return [
    ...asPercent,
    ...implied(one.value - other.value, `${one.factId} - ${other.factId}`, one, {
      ...shape,
      label,
      currency,
      unit: one.unit === "percent" ? "percentage_points" : one.unit,
    }),
  ];
}

/** The index's average, which its level and its distance from it give. */
function indexAverage(topics: Topics): readonly Known[] {
  const [level, gap] = [
    topics.newest("macro.sp500.level"),
    topics.newest("macro.sp500.from_sma_200"),
  ];
  if (level === null || gap === null) return [];
  return implied(
    level.value / (1 + gap.value / 100),
    `${level.factId} / (1 + ${gap.factId} / 100)`,
    level,
    {
      topic: "macro.sp500.level",
      label: "S&P 500, 200-day average",
      unit: level.unit,
      nature: "level",
    },
  );
}

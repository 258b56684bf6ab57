import type { Known } from "../known.ts";
import { planned } from "../price-levels.ts";
import { rewardsOf } from "../stakes.ts";
import { implied, type Topics } from "./make.ts";

/** A name, the line over the line, and how the quotient is read. */
const OF_STATEMENTS = [
  ["implied.net_margin", "Net margin", "net_income", "total_revenue", "percent"],
  ["implied.gross_margin", "Gross margin", "gross_profit", "total_revenue", "percent"],
  ["implied.operating_margin", "Operating margin", "operating_income", "total_revenue", "percent"],
  ["implied.ebitda_margin", "EBITDA margin", "ebitda", "total_revenue", "percent"],
  [
    "implied.free_cash_flow_margin",
    "Free cash flow margin",
    "free_cash_flow",
    "total_revenue",
    "percent",
  ],
  ["implied.cash_conversion", "Cash conversion", "free_cash_flow", "net_income", "percent"],
  ["implied.interest_cover", "Interest cover", "operating_income", "interest_expense", "multiple"],
  ["implied.current_ratio", "Current ratio", "current_assets", "current_liabilities", "multiple"],
] as const;

const OF_NEWEST = [
  [
    "implied.free_cash_flow_yield",
    "Free cash flow yield",
    "stats.free_cash_flow",
    "stats.market_cap",
    "percent",
  ],
  ["atr_14", "ATR of the price", "atr_14", "price.close", "percent"],
  [
    "price.volume",
    "Volume over its average",
    "price.volume",
    "price.volume_average_20",
    "multiple",
  ],
  ["stats.trailing_pe", "Price over earnings", "quote.price", "stats.trailing_eps", "multiple"],
  ["stats.forward_pe", "Price over earnings", "quote.price", "stats.forward_eps", "multiple"],
] as const;

/** Quotients that have a name of their own, of every period that has both lines. */
export function impliedRatios(topics: Topics): Known[] {
  const ofStatements = OF_STATEMENTS.flatMap(([topic, label, one, other, unit]) =>
    topics.all(one).flatMap((over) => {
      const under = topics.all(other).find((value) => isSamePeriod(value, over));
      return under === undefined ? [] : quotient({ topic, label, unit, over, under });
    }),
  );
  const ofNewest = OF_NEWEST.flatMap(([topic, label, one, other, unit]) => {
    const [over, under] = [topics.newest(one), topics.newest(other)];
    if (over === null || under === null) return [];
    return quotient({ topic, label, unit, over, under });
  });
  return [
    ...ofStatements,
    ...ofNewest,
    ...inverses(topics),
    ...expectedGrowth(topics),
    ...rewardsOf(planned.flatMap((topic) => topics.newest(topic) ?? [])),
  ];
}

interface Quotient {
  readonly topic: string;
  readonly label: string;
  readonly unit: "percent" | "multiple";
  readonly over: Known;
  readonly under: Known;
}

function quotient({ topic, label, unit, over, under }: Quotient): readonly Known[] {
  if (under.value <= 0 || over.currency !== under.currency) return [];
  const percent = unit === "percent";
  return implied(
    (over.value / under.value) * (percent ? 100 : 1),
    `${over.factId} / ${under.factId}${percent ? " x 100" : ""}`,
    over,
    { topic, label, unit, nature: "level", when: { ...over.when, against: null } },
  );
}

function inverses(topics: Topics): readonly Known[] {
  return ["stats.trailing_pe", "stats.forward_pe"].flatMap((topic) => {
    const multiple = topics.newest(topic);
    if (multiple === null) return [];
    return implied(100 / multiple.value, `100 / ${multiple.factId}`, multiple, {
      topic: "implied.earnings_yield",
      label: "Earnings yield",
      unit: "percent",
      nature: "level",
    });
  });
}

/** What a forward multiple below the trailing one says of earnings. */
function expectedGrowth(topics: Topics): readonly Known[] {
  const [trailing, forward] = [
    topics.newest("stats.trailing_pe"),
    topics.newest("stats.forward_pe"),
  ];
  if (trailing === null || forward === null) return [];
  return implied(
    (trailing.value / forward.value - 1) * 100,
    `(${trailing.factId} / ${forward.factId} - 1) x 100`,
    trailing,
    {
      topic: "implied.expected_growth",
      label: "Growth of earnings that the estimates expect",
      unit: "percent",
      nature: "change",
    },
  );
}

function isSamePeriod(one: Known, other: Known): boolean {
  return (
    one.derivation === null &&
    other.derivation === null &&
    one.when.basis === other.when.basis &&
    one.when.row === other.when.row
  );
}

import { type Known, now } from "../known.ts";
import { implied, type Topics } from "./make.ts";

const CASH_AND_DEBT = [
  ["stats.total_cash", "stats.total_debt"],
  ["cash_and_short_term_investments", "total_debt"],
] as const;

const GRADES = ["strong_buy", "buy", "hold", "sell", "strong_sell"] as const;

const OPINIONS = [
  ["implied.opinions", "Analysts' opinions", GRADES],
  ["implied.buys", "Analysts saying buy or strong buy", ["strong_buy", "buy"]],
  ["implied.sells", "Analysts saying sell or strong sell", ["sell", "strong_sell"]],
] as const;

/** Sums and differences that have a name of their own. */
export function impliedSums(topics: Topics): Known[] {
  return [...netCash(topics), ...opinions(topics), ...lastFour(topics)];
}

function netCash(topics: Topics): Known[] {
  return CASH_AND_DEBT.flatMap(([cash, debt]) => {
    const [one, other] = [topics.newest(cash), topics.newest(debt)];
    if (one === null || other === null || one.currency !== other.currency) return [];
    const shape = { unit: one.unit, currency: one.currency, nature: "level" } as const;
    const profit = topics.all("ebitda").find(({ when }) => when.basis === "annual");
    const difference = `${other.factId} - ${one.factId}`;
    const years =
      profit === undefined || profit.currency !== other.currency
        ? []
        : implied(
            (other.value - one.value) / profit.value,
            `(${difference}) / ${profit.factId}`,
            other,
            { topic: "ebitda", label: "Net debt over EBITDA", unit: "multiple", nature: "level" },
          );
    return [
      ...implied(one.value - other.value, `${one.factId} - ${other.factId}`, one, {
        ...shape,
        topic: "implied.net_cash",
        label: "Cash less debt",
      }),
      ...years,
      ...implied(other.value - one.value, difference, other, {
        ...shape,
        topic: "implied.net_debt",
        label: "Debt less cash",
      }),
    ];
  });
}

function opinions(topics: Topics): Known[] {
  const months = new Set(topics.all("recommendations.hold").map(({ when }) => when.ago));
  return [...months].flatMap((ago) => {
    const of = (grade: string) =>
      topics.all(`recommendations.${grade}`).filter(({ when }) => when.ago === ago);
    const total = GRADES.flatMap(of).reduce((sum, { value }) => sum + value, 0);
    return OPINIONS.flatMap(([topic, label, grades]) => {
      const parts = grades.flatMap(of);
      const [first] = parts;
      if (first === undefined) return [];
      const sum = parts.reduce((all, { value }) => all + value, 0);
      const derivation = parts.map(({ factId }) => factId).join(" + ");
      const shape = { topic, label, when: { ...now, ago }, nature: "size" } as const;
      return [
        ...implied(sum, derivation, first, { ...shape, unit: "count" }),
        ...(topic === "implied.opinions"
          ? []
          : implied((sum / total) * 100, `(${derivation}) / all opinions x 100`, first, {
              ...shape,
              unit: "percent",
            })),
      ];
    });
  });
}

/** The last four quarters of a line together. */
function lastFour(topics: Topics): Known[] {
  return ["total_revenue", "net_income", "operating_income", "free_cash_flow", "ebitda"].flatMap(
    (topic) => {
      const quarters = topics
        .all(topic)
        .filter(({ when, derivation }) => when.basis === "quarterly" && derivation === null)
        .filter(({ when }) => when.row < 4);
      const [first] = quarters;
      if (first === undefined || quarters.length < 4) return [];
      return implied(
        quarters.reduce((sum, { value }) => sum + value, 0),
        quarters.map(({ factId }) => factId).join(" + "),
        first,
        {
          topic,
          label: `${first.label.split(",")[0]}, last four quarters`,
          unit: first.unit,
          currency: first.currency,
          nature: "level",
          when: { ...now, basis: "annual", end: first.when.end },
        },
      );
    },
  );
}

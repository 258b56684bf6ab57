import type { Plan } from "../debate.ts";
import type { Fact, FactUnit } from "../fact.ts";
import { unitFor } from "../price-unit.ts";
import { stances } from "../report.ts";
import type { AnalysisResult } from "../result.ts";

/** What a desk says in words, and the numbers that go with them. */
export type Said = Pick<
  AnalysisResult,
  "symbol" | "asOf" | "reports" | "debate" | "plan" | "reviews" | "decision" | "samples" | "ceiling"
>;

/**
 * The numbers that the desk itself has stated outside of its texts, as facts: confidences, how many
 * lean which way, convictions, the plan's size and levels. A text that repeats one of them has its source here.
 */
export function deskFacts(said: Said): Fact[] {
  const { reports, debate, plan, reviews, ceiling } = said;
  const fact = (
    path: string,
    label: string,
    value: number,
    unit: FactUnit,
    currency: string | null = null,
  ): Fact => ({
    id: `${said.symbol}:desk.${path}`,
    tool: "desk",
    args: {},
    path: `desk.${path}`,
    label,
    value,
    unit,
    currency,
    asOf: said.asOf,
    availableAt: said.asOf,
    source: "desk",
    note: null,
  });
  return [
    ...reports.flatMap(({ analyst, confidence }) =>
      confidence === null
        ? []
        : [
            fact(
              `${analyst}.confidence`,
              `Confidence of the ${analyst} analyst`,
              confidence,
              "points",
            ),
          ],
    ),
    fact("reports", "Analysts that reported", reports.length, "count"),
    ...stances.map((stance) => {
      const count = reports.filter((report) => report.stance === stance).length;
      return fact(stance, `Analysts that are ${stance}`, count, "count");
    }),
    ...debate.map(({ speaker, round, conviction }) => {
      const label = `Conviction of the ${speaker.replaceAll("_", " ")}, round ${round}`;
      return fact(`${speaker}.${round}.conviction`, label, conviction, "points");
    }),
    ...(plan === null
      ? []
      : [
          fact("plan.size", "Size of the plan", plan.size, "percent"),
          ...levelsOf(plan).map(([name, value]) => {
            const { currency } = plan.levels;
            const unit = currency === null ? unitFor(said.symbol, "currency") : "currency";
            return fact(`plan.${name}`, `Plan's ${name}`, value, unit, currency);
          }),
        ]),
    ...reviews.map(({ speaker, round, size }) => {
      const label = `Size that the ${speaker.replaceAll("_", " ")} would take, round ${round}`;
      return fact(`${speaker}.${round}.size`, label, size, "percent");
    }),
    fact("ceiling", "Highest confidence that may be stated", ceiling.value, "points"),
  ];
}

function levelsOf({ levels: { entry, stop, target } }: Plan): [string, number][] {
  return Object.entries({ entry, stop, target }).flatMap(([name, value]): [string, number][] =>
    value === null ? [] : [[name, value]],
  );
}

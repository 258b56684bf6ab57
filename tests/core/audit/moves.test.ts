import { describe, expect, it } from "vitest";
import { auditFigures } from "#core/audit/audit-figures.ts";
import { fact } from "./figures/fact.ts";

const facts = [
  fact("rsi_14", "RSI (14)", 28.3012, "points"),
  fact("rsi_14.5_bars_ago", "RSI (14), 5 bars ago", 46.6759, "points"),
  ...(
    [
      [0, 57_302_620_708, "2025-12-31"],
      [1, 49_802_839_795, "2024-12-31"],
    ] as const
  ).map(([row, value, end]) =>
    fact(
      `income.annual.${row}.total_revenue`,
      `Total revenue, year to ${end}`,
      value,
      "currency",
      end,
    ),
  ),
];

function problemsIn(text: string): (string | null)[] {
  const { items } = auditFigures([{ where: "fundamentals", text }], facts);
  return items
    .filter(({ status }) => status === "unsourced")
    .map(({ figure, problem }) => `${figure} ${problem?.split(":")[0]}`);
}

describe("a move from one value to another", () => {
  it.each([
    "Revenue fell from $49.80B to $57.30B.",
    "Revenue fell to $57.30B from $49.80B.",
    "Revenue declined from about $49.80B to $57.30B last year.",
  ])("is marked where it is told the wrong way: %s", (text) => {
    expect(problemsIn(text)).toEqual(["$57.30B direction"]);
  });

  it.each(["RSI rose from 46.68 to 28.30.", "RSI climbed to 28.30 from 46.68."])(
    "is marked where the value fell: %s",
    (text) => {
      expect(problemsIn(text)).toEqual(["28.30 direction"]);
    },
  );

  it("is marked where it ends with what was first", () => {
    expect(problemsIn("Revenue fell from $57.30B to $49.80B.")).toEqual(["$49.80B period"]);
    expect(problemsIn("RSI rose from 28.30 to 46.68.")).toEqual(["46.68 period"]);
  });

  it.each([
    "Revenue rose from $49.80B to $57.30B.",
    "Revenue rose to $57.30B from $49.80B.",
    "RSI fell from 46.68 to 28.30.",
    "RSI 14 is 28.30, down from 46.68 five bars ago.",
    "Revenue would not fall from $49.80B to $57.30B.",
  ])("is not marked where it is told rightly, or not told at all: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });
});

describe("a text", () => {
  it("is not made of what is said after it", () => {
    const plan = fact("desk.plan.stop", "Plan's stop", 499.75, "currency");
    const statusIn = (where: string) =>
      auditFigures([{ where, text: "The plan's stop is 499.75 USD." }], [...facts, plan]).items.map(
        ({ status }) => status,
      );
    expect(statusIn("market")).toEqual(["unsourced"]);
    expect(statusIn("bull_researcher.1")).toEqual(["unsourced"]);
    expect(statusIn("neutral_reviewer.1")).toEqual(["sourced"]);
    expect(statusIn("decision.thesis")).toEqual(["sourced"]);
  });
});

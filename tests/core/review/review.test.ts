import { describe, expect, it } from "vitest";
import { isComplete, sourceReviewOf } from "#core/review/review.ts";
import { late, scored } from "./examples.ts";

const source = { source: "demo", synthetic: true, unread: [] } as const;

describe("the review of one source", () => {
  it("has its decisions oldest first, and by symbol within a day", () => {
    const reviewed = [
      scored({ asOf: "2024-02-01" }),
      scored({ asOf: "2024-01-02", symbol: "ZZZ" }),
      scored({ asOf: "2024-01-02", symbol: "AAA" }),
    ];
    const { decisions } = sourceReviewOf({ ...source, reviewed });
    expect(decisions.map(({ decision }) => `${decision.asOf} ${decision.symbol}`)).toEqual([
      "2024-01-02 AAA",
      "2024-01-02 ZZZ",
      "2024-02-01 ACME",
    ]);
  });

  it("has what was made in hindsight apart, in no figure of the rest", () => {
    const foreseen = [scored(), scored({}, { hit: false, excessPercent: -3 })];
    const seen = scored(late({ symbol: "PEER", confidence: 1 }), { excessPercent: 50 });
    const review = sourceReviewOf({ ...source, reviewed: [seen, ...foreseen] });
    const { hindsight, ...rest } = sourceReviewOf({ ...source, reviewed: foreseen });
    expect(hindsight.decisions).toEqual([]);
    expect(review).toMatchObject(rest);
    expect(review.hindsight.decisions).toEqual([seen]);
    expect(review.hindsight.summary).toMatchObject({ count: 1, hits: 1, meanExcessPercent: 50 });
  });

  it("sums up only what is scored", () => {
    const waiting = { ...scored(), outcome: { kind: "waiting", until: "2030-01-01" } } as const;
    const review = sourceReviewOf({ ...source, reviewed: [scored(), waiting] });
    expect(review.decisions).toHaveLength(2);
    expect(review.summary.count).toBe(1);
  });
});

describe("a review", () => {
  const review = { asOf: "2024-06-28", benchmark: "^GSPC", passedOver: 0, sources: [] };

  it("is complete where all was read", () => {
    const read = sourceReviewOf({ ...source, reviewed: [scored()] });
    expect(isComplete({ ...review, sources: [read] })).toBe(true);
  });

  it("is not where an entry or a price history could not be read", () => {
    expect(isComplete({ ...review, passedOver: 1 })).toBe(false);
    const unread = sourceReviewOf({ ...source, unread: ["no network"], reviewed: [] });
    expect(isComplete({ ...review, sources: [unread] })).toBe(false);
  });
});

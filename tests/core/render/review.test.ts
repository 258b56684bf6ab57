import { describe, expect, it } from "vitest";
import { renderReview } from "#core/render/review.ts";
import { type Review, sourceReviewOf } from "#core/review/review.ts";
import type { ReviewedDecision } from "#core/review/reviewed.ts";
import { kept, late, scored } from "../review/examples.ts";

const waiting = (symbol: string, until: string): ReviewedDecision => ({
  decision: kept({ symbol }),
  outcome: { kind: "waiting", until },
});

/** A review of decisions on Yahoo's data. */
function review(reviewed: readonly ReviewedDecision[], changes: Partial<Review> = {}): Review {
  return {
    asOf: "2024-06-28",
    benchmark: "^GSPC",
    sources: [sourceReviewOf({ source: "yahoo", synthetic: false, unread: [], reviewed })],
    passedOver: 0,
    ...changes,
  };
}

const rowsOf = (text: string) => text.split("\n").filter((line) => /^\| 2024/.test(line));

describe("the printed review", () => {
  it("has a row for each scored decision, right or wrong", () => {
    const text = renderReview(
      review([
        scored({ asOf: "2024-01-31", confidence: 0.6 }),
        scored(
          { asOf: "2024-02-01", symbol: "PEER", action: "sell", confidence: 0.7, horizon: "3m" },
          { returnPercent: -1, benchmarkPercent: -4.5, excessPercent: 3.5, hit: false },
        ),
      ]),
    );
    expect(rowsOf(text).map((row) => row.split("|").map((cell) => cell.trim()))).toEqual([
      [
        "",
        "2024-01-31",
        "ACME",
        "buy",
        "0.60",
        "1m",
        "+5.00 %",
        "+2.00 %",
        "+3.00 %",
        "right",
        "standard",
        "",
      ],
      [
        "",
        "2024-02-01",
        "PEER",
        "sell",
        "0.70",
        "3m",
        "-1.00 %",
        "-4.50 %",
        "+3.50 %",
        "wrong",
        "standard",
        "",
      ],
    ]);
  });

  it("sums up hit rate, mean excess and Brier score, with the coin beside it", () => {
    const text = renderReview(
      review([scored({ confidence: 0.9 }), scored({ confidence: 0.6 }, { hit: false })]),
    );
    expect(text).toContain("2 scored, 1 right: hit rate 50.00 %, mean excess +3.00 %");
    expect(text).toContain("Brier score 0.185 (0 is perfect; a coin said at 0.5 has 0.250)");
  });

  it("says that fewer than twenty say little, and no longer with twenty", () => {
    const many = (count: number) =>
      renderReview(review(Array.from({ length: count }, () => scored())));
    expect(many(19)).toContain("Fewer than 20 decisions are scored: this says little");
    expect(many(20)).not.toContain("Fewer than");
  });

  it("shows what came true of each stated confidence, and no empty bin", () => {
    const text = renderReview(review([scored({ confidence: 0.62 }), scored({ confidence: 0.68 })]));
    const [, table = ""] = text.split("### Calibration");
    expect(table).toMatch(/\| 0\.6 to 0\.7 +\| +2 \| +0\.65 \| +1\.00 \|/);
    expect(table.match(/\d to \d/g)).toHaveLength(1);
  });

  it("says how many wait, which is due next and when the last is", () => {
    const text = renderReview(
      review([waiting("LATE", "2025-01-31"), waiting("NEXT", "2024-07-05")]),
    );
    expect(text).toContain("**Nothing can be scored yet.**");
    expect(text).toContain(
      "2 decisions wait for the end of their horizons. Next: NEXT on 2024-07-05; the last is due on 2025-01-31.",
    );
  });

  it("names each decision that cannot be scored, and why, in one line", () => {
    const why = "prices could not be read:\n# offline";
    const text = renderReview(review([{ decision: kept(), outcome: { kind: "unscorable", why } }]));
    expect(text).toContain("- 2024-01-31 ACME buy over 1m: prices could not be read: # offline\n");
  });

  it("says loudly that demo decisions are on synthetic data, and only of those", () => {
    const { sources } = review([scored()]);
    const demo = sourceReviewOf({
      source: "demo",
      synthetic: true,
      unread: [],
      reviewed: [scored()],
    });
    const text = renderReview(review([], { sources: [...sources, demo] }));
    const [yahoo = "", invented = ""] = text.split("## Decisions on the demo market");
    expect(yahoo).not.toMatch(/synthetic/i);
    expect(invented).toContain("**SYNTHETIC DATA");
  });

  it("shows apart what was made in hindsight, says why, and sums it up alone", () => {
    const text = renderReview(
      review([scored(), scored(late({ symbol: "KNOWN", action: "sell" }), { excessPercent: -50 })]),
    );
    const [foreseen = "", seen = ""] = text.split(
      "## Decisions on Yahoo Finance data, made in hindsight",
    );
    expect(foreseen).toContain("1 scored, 1 right: hit rate 100.00 %, mean excess +3.00 %");
    expect(foreseen).not.toContain("KNOWN");
    expect(seen).toContain("a model may remember what followed");
    expect(seen).toContain("1 scored, 1 right: hit rate 100.00 %, mean excess +50.00 %");
    expect(rowsOf(seen)).toHaveLength(1);
    expect(renderReview(review([scored()]))).not.toContain("hindsight");
  });

  it("names the desk of each decision: who of the six was not there, and who left a gap", () => {
    const desks = [
      scored({ analysts: ["risk"] }),
      scored({ depth: "deep", missing: ["news", "trader"] }),
      scored({ depth: "quick" }),
    ];
    expect(rowsOf(renderReview(review(desks))).map((row) => row.split("|").at(-2)?.trim())).toEqual(
      ["standard, risk only", "deep, without news, trader", "quick"],
    );
  });

  it("says of a price index what it leaves out, and not of a fund", () => {
    const said = "^GSPC is a price index: its dividends are not in it, so buys look better";
    expect(renderReview(review([scored()]))).toContain(said);
    const fund = renderReview(review([scored()], { benchmark: "SPY" }));
    expect(fund).not.toContain("price index");
  });

  it("names the models and how many decisions each made", () => {
    const text = renderReview(review([scored(), scored({ model: "b" }), scored({ model: "b" })]));
    expect(text).toContain("Made by: rules (1), b (2).");
  });

  it("says what is right, that the band of a hold is a convention, and that currencies stay", () => {
    const text = renderReview(review([scored()]));
    expect(text).toContain(
      "within 5 points of 0 at three months (1.4 at a week, 10 at a year: a convention)",
    );
    expect(text).toContain("no exchange rates are applied");
  });

  it("counts the entries that could not be read", () => {
    expect(renderReview(review([scored()], { passedOver: 2 }))).toContain(
      "**2 entries of the memory cannot be read",
    );
    expect(renderReview(review([scored()]))).not.toContain("cannot be read");
  });

  it("lets nothing through that moves a cursor", () => {
    expect(renderReview(review([scored({ model: "a\x1b[2Jb" })]))).toContain("ab (1)");
  });
});

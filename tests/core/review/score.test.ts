import { describe, expect, it } from "vitest";
import type { PriceHistory } from "#core/candle.ts";
import { holdBand } from "#core/review/hold-band.ts";
import { horizonEnd, scoreDecision } from "#core/review/score.ts";
import { history } from "./examples.ts";

const decision = { asOf: "2024-01-31", action: "buy", horizon: "1m" } as const;
const flat = history("INDEX", { "2024-01-31": 100, "2024-02-29": 100 });
const LATER = "2024-06-28";

/** How a decision comes out whose instrument ends at `close` from 100, against a flat benchmark. */
function hitOf(action: "buy" | "hold" | "sell", close: number, horizon: "1m" | "3m" = "1m") {
  const end = horizonEnd("2024-01-31", horizon);
  const outcome = scoreDecision(
    { asOf: "2024-01-31", action, horizon },
    history("ACME", { "2024-01-31": 100, [end]: close }),
    history("INDEX", { "2024-01-31": 100, [end]: 100 }),
    LATER,
  );
  return outcome.kind === "scored" ? outcome.score.hit : outcome;
}

describe("a horizon", () => {
  it.each([
    ["2024-01-31", "1w", "2024-02-07"],
    ["2024-01-31", "1m", "2024-02-29"],
    ["2023-11-30", "3m", "2024-02-29"],
    ["2024-08-31", "6m", "2025-02-28"],
    ["2024-02-29", "12m", "2025-02-28"],
  ] as const)("that begins on %s and lasts %s ends on %s", (asOf, horizon, end) => {
    expect(horizonEnd(asOf, horizon)).toBe(end);
  });
});

describe("the score of a decision", () => {
  it("is the return over its horizon, the benchmark's over the same days, and the difference", () => {
    const prices = history("ACME", { "2024-01-31": 50, "2024-02-29": 60, "2024-03-01": 90 });
    const benchmark = history("INDEX", { "2024-01-31": 100, "2024-02-29": 105, "2024-03-01": 1 });
    const outcome = scoreDecision(decision, prices, benchmark, LATER);
    expect(outcome).toEqual({
      kind: "scored",
      score: {
        entryDay: "2024-01-31",
        exitDay: "2024-02-29",
        returnPercent: expect.closeTo(20),
        benchmarkPercent: expect.closeTo(5),
        excessPercent: expect.closeTo(15),
        hit: true,
      },
    });
  });

  it("is of adjusted closes, so that a dividend counts as return", () => {
    const raw = history("ACME", { "2024-01-31": 100, "2024-02-29": 100 });
    const [first, last] = raw.candles;
    if (first === undefined || last === undefined) throw new Error("no bars");
    const prices = { ...raw, candles: [{ ...first, adjustedClose: 80 }, last] };
    expect(scoreDecision(decision, prices, flat, LATER)).toMatchObject({
      score: { returnPercent: expect.closeTo(25) },
    });
  });

  it("runs from the last bar on or before the day to the last on or before the horizon's end", () => {
    const prices = history("ACME", { "2024-01-26": 100, "2024-02-27": 110, "2024-03-04": 500 });
    expect(scoreDecision(decision, prices, flatFrom("2024-01-26"), LATER)).toMatchObject({
      score: { entryDay: "2024-01-26", exitDay: "2024-02-27" },
    });
  });

  it.each([
    ["buy", 101, true],
    ["buy", 100, false],
    ["buy", 99, false],
    ["sell", 99, true],
    ["sell", 100, false],
    ["sell", 101, false],
  ] as const)("takes a %s that ends at %d of 100 for right: %s", (action, close, hit) => {
    expect(hitOf(action, close)).toBe(hit);
  });

  it.each([
    [104.9, true],
    [95.1, true],
    [105.1, false],
    [94.9, false],
  ])("takes a hold over three months that ends at %d of 100 for right: %s", (close, hit) => {
    expect(hitOf("hold", close, "3m")).toBe(hit);
  });

  it("allows a hold a band that grows with the square root of time", () => {
    expect(holdBand("3m")).toBe(5);
    expect(holdBand("12m")).toBe(10);
    expect(holdBand("1m")).toBeCloseTo(5 / Math.sqrt(3));
    expect(holdBand("1w")).toBeCloseTo(1.38, 2);
  });
});

describe("the day of the review", () => {
  const prices = history("ACME", { "2024-01-31": 100, "2024-02-28": 110, "2024-02-29": 120 });

  it("leaves a decision waiting until its horizon has ended", () => {
    const waiting = { kind: "waiting", until: "2024-02-29" };
    expect(scoreDecision(decision, prices, flat, "2024-02-28")).toEqual(waiting);
    expect(scoreDecision(decision, prices, flat, "2024-02-29")).toMatchObject({ kind: "scored" });
  });

  it("is the last whose bars are used, whatever bars are planted after it", () => {
    const early = { ...decision, horizon: "1w" } as const;
    const known = history("ACME", { "2024-01-31": 100, "2024-02-06": 104 });
    const planted = withBar(known, "2024-02-08", 1);
    const benchmark = history("INDEX", { "2024-01-31": 100, "2024-02-06": 101 });
    const plantedBenchmark = withBar(benchmark, "2024-02-08", 9_999);
    const outcome = scoreDecision(early, planted, plantedBenchmark, "2024-02-07");
    expect(outcome).toMatchObject({ kind: "scored", score: { exitDay: "2024-02-06" } });
    expect(outcome).toEqual(scoreDecision(early, known, benchmark, "2024-02-07"));
  });

  it("does not learn from a later bar that a series went on", () => {
    const ended = history("ACME", { "2024-01-31": 100, "2024-02-20": 110 });
    const resumed = withBar(ended, "2024-03-15", 115);
    const index = history("INDEX", { "2024-01-31": 100, "2024-02-20": 100, "2024-03-15": 100 });
    const unscorable = { kind: "unscorable" };
    expect(scoreDecision(decision, ended, index, "2024-03-10")).toMatchObject(unscorable);
    expect(scoreDecision(decision, resumed, index, "2024-03-10")).toMatchObject(unscorable);
    expect(scoreDecision(decision, resumed, index, "2024-03-15")).toMatchObject({ kind: "scored" });
  });
});

describe("a decision that cannot be scored", () => {
  const why = (prices: PriceHistory, benchmark = flat, asOf = LATER) => {
    const outcome = scoreDecision(decision, prices, benchmark, asOf);
    return outcome.kind === "unscorable" ? outcome.why : outcome;
  };

  it("has no bars", () => {
    expect(why(history("ACME", {}))).toBe("no bars of ACME");
  });

  it("has bars that begin after its day", () => {
    const prices = history("ACME", { "2024-02-01": 100, "2024-02-29": 110 });
    expect(why(prices)).toBe("bars of ACME begin on 2024-02-01, after 2024-01-31");
  });

  it("is of a series that ended within its horizon, even a day before the end", () => {
    const prices = history("ACME", { "2024-01-31": 100, "2024-02-28": 110 });
    expect(why(prices)).toBe("bars of ACME end on 2024-02-28, before 2024-02-29");
  });

  it("is not of a series that may yet go on: its last bar is a few days old", () => {
    const prices = history("ACME", { "2024-01-31": 100, "2024-02-28": 110 });
    const benchmark = flatFrom("2024-01-31");
    expect(why(prices, benchmark, "2024-03-01")).toMatchObject({ kind: "scored" });
  });

  it("has a gap at its day, or at its horizon's end", () => {
    const before = history("ACME", { "2024-01-16": 90, "2024-02-29": 110 });
    expect(why(before)).toBe("bars of ACME have a gap from 2024-01-16 to 2024-01-31");
    const after = history("ACME", { "2024-01-31": 100, "2024-02-10": 99, "2024-04-01": 110 });
    expect(why(after)).toBe("bars of ACME have a gap from 2024-02-10 to 2024-02-29");
  });

  it("has no bar of its week but the first", () => {
    const prices = history("ACME", { "2024-02-01": 100, "2024-02-14": 110 });
    const week = { asOf: "2024-02-01", action: "buy", horizon: "1w" } as const;
    expect(scoreDecision(week, prices, flat, LATER)).toMatchObject({ kind: "unscorable" });
  });

  it("has a benchmark without bars of those days, and says that it is the benchmark", () => {
    const prices = history("ACME", { "2024-01-31": 100, "2024-02-29": 110 });
    const benchmark = history("INDEX", { "2024-02-15": 100, "2024-02-29": 110 });
    expect(why(prices, benchmark)).toBe(
      "benchmark: bars of INDEX begin on 2024-02-15, after 2024-01-31",
    );
  });

  it("is on the benchmark, which cannot differ from itself", () => {
    expect(why(flat)).toBe("it is the benchmark itself");
  });
});

function withBar(series: PriceHistory, day: string, close: number): PriceHistory {
  return { ...series, candles: [...series.candles, ...history("", { [day]: close }).candles] };
}

function flatFrom(day: string): PriceHistory {
  return history("INDEX", { [day]: 100, "2024-02-27": 100, "2024-03-04": 100 });
}

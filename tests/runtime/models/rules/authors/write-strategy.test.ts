import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Bars, barsOf, sliceBars } from "#core/backtest/bars.ts";
import { barsInCsv } from "#core/backtest/bars-in-csv.ts";
import { measuredOf } from "#core/backtest/walk-forward.ts";
import { authorStyles } from "#core/contest/author.ts";
import { correlation } from "#core/risk/correlation.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { writeStrategy } from "#runtime/models/rules/authors/write-strategy.ts";
import { readStrategy } from "#runtime/strategy-code/read-strategy.ts";
import { requestFor, rules, trade } from "./trading.ts";

/** Closed trades out of sample that a contest asks for. */
const MIN_TRADES = 3;

const TEN_YEARS = { from: "2016-11-21", asOf: "2026-11-20" };

const market = createDemoMarketData();

async function demoBars(symbol: string): Promise<Bars> {
  return barsOf(await market.history({ symbol, ...TEN_YEARS }));
}

/** Bars whose price never moves. */
function still(bars: Bars): Bars {
  const price = bars.dates.map(() => 100);
  return { ...bars, open: price, high: price, low: price, close: price };
}

function returnsOf(equity: readonly number[]): number[] {
  return equity.slice(1).map((value, place) => value / (equity[place] ?? Number.NaN) - 1);
}

describe.each(authorStyles)("the author of %s", (style) => {
  it("answers with reasons and a program that needs no mending", async () => {
    const answer = writeStrategy(style, requestFor(await demoBars("ACME")));
    const { code, notes } = await readStrategy(answer);
    expect(notes).toEqual([]);
    expect(answer.split("```")).toHaveLength(3);
    expect(answer.split(/\s+```js/)[0]).toMatch(/^[A-Z].{200,}ACME moves .*\.$/);
    expect(code).toMatch(/^\/\/ [A-Z].{30,}\.\n/);
    expect(Math.max(...code.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("trades often enough to be ranked, and not on every bar, over ten years", async () => {
    for (const symbol of ["ACME", "AAPL", "XYZ"]) {
      const bars = await demoBars(symbol);
      const run = await trade(style, bars);
      const { outOfSample } = measuredOf(run, bars.dates, rules.cash);
      expect(outOfSample.trades).toBeGreaterThanOrEqual(MIN_TRADES);
      const orders = run.decisions.filter((decided) => decided !== 0);
      expect(orders.length).toBeLessThan(bars.dates.length / 5);
    }
  });

  it("gives a finite number at every bar, also of a market that stands still or has just begun", async () => {
    const bars = await demoBars("ACME");
    for (const odd of [bars, still(bars), sliceBars(bars, 0, 60)]) {
      const { decisions } = await trade(style, odd, requestFor(bars));
      expect(decisions.filter((decided) => !Number.isFinite(decided))).toEqual([]);
    }
  });

  it("decides the same whatever comes after", async () => {
    const bars = await demoBars("ACME");
    const request = requestFor(bars);
    const whole = await trade(style, bars, request);
    const cut = await trade(style, sliceBars(bars, 0, 1_200), request);
    expect(cut.decisions).toEqual(whole.decisions.slice(0, 1_200));
  });

  it("writes for short histories in shorter windows, and the same for the same request", async () => {
    const bars = await demoBars("ACME");
    const short = requestFor(sliceBars(bars, 0, 252));
    expect(writeStrategy(style, short)).toBe(writeStrategy(style, short));
    const { decisions } = await trade(style, sliceBars(bars, 0, 252), short);
    expect(decisions.findIndex((decided) => decided !== 0)).toBeGreaterThan(0);
    expect(decisions.findIndex((decided) => decided !== 0)).toBeLessThan(126);
  });

  it("supposes usual values of a market that it is told nothing of, and says so", async () => {
    const answer = writeStrategy(style, "Write me a strategy.");
    expect(answer).toContain("The request tells nothing of the market");
    await expect(readStrategy(answer)).resolves.toMatchObject({ notes: [] });
  });
});

describe("the built-in authors", () => {
  it("trade each in a way of its own", async () => {
    const bars = await demoBars("ACME");
    const runs = await Promise.all(authorStyles.map((style) => trade(style, bars)));
    const returns = runs.map(({ equity }) => returnsOf(equity));
    for (const [place, one] of returns.entries()) {
      for (const other of returns.slice(place + 1)) {
        const pairs = one.map((value, bar) => [value, other[bar] ?? Number.NaN] as const);
        expect(correlation(pairs)).toBeLessThan(0.9);
      }
    }
  });
});

const recorded = new URL("../../../../../../shared/data/ohlcv/", import.meta.url);

describe.skipIf(!existsSync(recorded))(
  "on recorded bars (skipped where they are not there)",
  () => {
    it.each(authorStyles)("%s gives finite numbers and closes trades", async (style) => {
      for (const file of readdirSync(recorded).filter((name) => name.endsWith(".csv"))) {
        const text = readFileSync(new URL(file, recorded), "utf8");
        const { bars } = barsInCsv(text, { file, symbol: null });
        const run = await trade(style, bars);
        expect(run.decisions.filter((decided) => !Number.isFinite(decided))).toEqual([]);
        const { whole, outOfSample } = measuredOf(run, bars.dates, rules.cash);
        expect(whole.trades).toBeGreaterThan(0);
        if (bars.dates.length > 2_000)
          expect(outOfSample.trades).toBeGreaterThanOrEqual(MIN_TRADES);
      }
    });
  },
);

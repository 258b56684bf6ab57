import { describe, expect, it } from "vitest";
import type { Candle } from "#core/candle.ts";
import { addDays } from "#core/day.ts";
import { beta } from "#core/risk/beta.ts";
import { correlation } from "#core/risk/correlation.ts";
import { dailyReturns, pairedReturns } from "#core/risk/returns.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { reportsOf } from "#runtime/market-data/demo/reports.ts";

const OPENING = "2010-01-04";
const asOf = "2025-06-30";
const SECTOR_FUNDS = "XLK XLF XLV XLE XLY XLP XLI XLU XLB XLRE XLC".split(" ");
const STOCKS = "AAPL MSFT TSLA NVDA KO BRK-B M&M.NS 002032.SZ ZZZZ".split(" ");

const demo = createDemoMarketData();
async function candlesOf(symbol: string, until = asOf, from = OPENING) {
  return (await demo.history({ symbol, asOf: until, from })).candles;
}
const closesOf = async (symbol: string) => (await candlesOf(symbol)).map(({ close }) => close);
const weekday = ({ date }: Candle) => new Date(`${date}T00:00:00Z`).getUTCDay();
const meanOf = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

describe("prices of the demo market", () => {
  it("are these on 2024-01-31, on every machine", async () => {
    const lastOf = async (symbol: string) => (await candlesOf(symbol, "2024-01-31")).at(-1);
    expect(await lastOf("AAPL")).toEqual({
      date: "2024-01-31",
      open: 417.78,
      high: 418.71,
      low: 411.96,
      close: 412.24,
      adjustedClose: 412.24,
      volume: 37_589_206,
    });
    expect(await lastOf("^GSPC")).toMatchObject({ open: 3962.48, close: 3950.63 });
    expect(await lastOf("^VIX")).toMatchObject({ open: 14.08, close: 14.43, volume: 0 });
    expect(await lastOf("BTC-USD")).toMatchObject({ open: 832.34, close: 834.8 });
    expect(await lastOf("EURUSD=X")).toMatchObject({ open: 0.917, close: 0.9195, volume: 0 });
  });

  it("are the same whether asked for early or late, alone or after others", async () => {
    for (const symbol of ["AAPL", "^GSPC", "^VIX", "BTC-USD"]) {
      const early = await createDemoMarketData().history({
        symbol,
        asOf: "2018-03-15",
        from: OPENING,
      });
      const late = await candlesOf(symbol);
      const bare = ({ adjustedClose: _, ...bar }: Candle) => bar;
      expect(late.slice(0, early.candles.length).map(bare)).toEqual(early.candles.map(bare));
      expect(await candlesOf(symbol, "2018-03-15")).toEqual(early.candles);
    }
  });

  it("are only scaled, all alike, by dividends paid after the day asked for", async () => {
    const early = await candlesOf("AAPL", "2018-03-15");
    const late = await candlesOf("AAPL");
    const scales = early.map((bar, at) => (late[at]?.adjustedClose ?? 0) / bar.adjustedClose);
    expect(scales[0]).toBeLessThan(0.97);
    for (const scale of scales) expect(scale).toBeCloseTo(scales[0] ?? 0, 10);
  });

  it("differ from their adjusted closes where dividends were paid, and nowhere else", async () => {
    const payer = await candlesOf("AAPL");
    expect(payer.at(-1)?.adjustedClose).toBe(payer.at(-1)?.close);
    expect(payer[0]?.adjustedClose).toBeLessThan(payer[0]?.close ?? 0);
    const ratios = payer.map(({ adjustedClose, close }) => adjustedClose / close);
    for (const [at, ratio] of ratios.entries()) {
      expect(ratio).toBeGreaterThanOrEqual((ratios[at - 1] ?? 0) * (1 - 1e-12));
    }
    const noPayer = await candlesOf("MSFT");
    expect(noPayer.every(({ adjustedClose, close }) => adjustedClose === close)).toBe(true);
  });

  it("are made on trading days alone, those of coins on every day", async () => {
    for (const symbol of ["AAPL", "^GSPC", "XLK", "EURUSD=X", "GC=F"]) {
      const bars = await candlesOf(symbol);
      expect(bars.every((bar) => weekday(bar) >= 1 && weekday(bar) <= 5)).toBe(true);
      expect(bars.some(({ date }) => date.endsWith("-12-25"))).toBe(false);
    }
    const coins = await candlesOf("BTC-USD", asOf, addDays(asOf, -99));
    expect(coins).toHaveLength(100);
  });

  it("start on 2010-01-04; of a day before that, an error says when they start", async () => {
    expect((await candlesOf("AAPL"))[0]?.date).toBe(OPENING);
    for (const day of ["2010-01-03", "2005-01-05"]) {
      const asked = candlesOf("AAPL", day, "2000-01-01");
      await expect(asked).rejects.toMatchObject({ code: "not_available_then" });
      await expect(asked).rejects.toThrow(/demo market opens on 2010-01-04/);
    }
    expect(await candlesOf("AAPL", OPENING, "2009-01-01")).toHaveLength(1);
  });

  it("are positive and have no move of a third or more in a day", async () => {
    for (const symbol of [...STOCKS, ...SECTOR_FUNDS, "BTC-USD", "EURUSD=X", "GC=F"]) {
      for (const { low } of await candlesOf(symbol)) expect(low).toBeGreaterThan(0);
      const returns = dailyReturns(await candlesOf(symbol));
      expect(Math.max(...returns.map(Math.abs))).toBeLessThan(1 / 3);
    }
  });

  it("of stocks have a beta from 0.6 to 1.6 and a clear correlation with the index", async () => {
    const index = await candlesOf("^GSPC");
    for (const symbol of STOCKS) {
      const pairs = pairedReturns(await candlesOf(symbol), index);
      expect(beta(pairs)).toBeGreaterThan(0.6);
      expect(beta(pairs)).toBeLessThan(1.6);
      expect(correlation(pairs)).toBeGreaterThan(0.4);
      expect(correlation(pairs)).toBeLessThan(0.9);
    }
  });

  it("of sector funds go closely with the index", async () => {
    const index = await candlesOf("^GSPC");
    for (const symbol of SECTOR_FUNDS) {
      expect(correlation(pairedReturns(await candlesOf(symbol), index))).toBeGreaterThan(0.85);
    }
  });

  it("of ^VIX stay from 12 to 40, and rise on days on which the index falls", async () => {
    const levels = await closesOf("^VIX");
    expect(Math.min(...levels)).toBeGreaterThanOrEqual(12);
    expect(Math.max(...levels)).toBeLessThanOrEqual(40);
    expect(Math.max(...levels) - Math.min(...levels)).toBeGreaterThan(15);
    const pairs = pairedReturns(await candlesOf("^VIX"), await candlesOf("^GSPC"));
    expect(correlation(pairs)).toBeLessThan(-0.4);
  });

  it("of ^TNX are a yield from 0.5 to 6 percent", async () => {
    const levels = await closesOf("^TNX");
    expect(Math.min(...levels)).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...levels)).toBeLessThanOrEqual(6);
  });

  it("move more, on more volume, on the day of an earnings report", async () => {
    const bars = await candlesOf("AAPL");
    const reports = new Set(reportsOf("AAPL", asOf).map(({ date }) => date));
    const moves = bars.slice(1).map(({ date, volume, close }, at) => {
      const move = Math.abs(close / (bars[at]?.close ?? close) - 1);
      return { reports: reports.has(date), volume, move };
    });
    const { onReports = [], onOthers = [] } = Object.groupBy(moves, (one) =>
      one.reports ? "onReports" : "onOthers",
    );
    expect(onReports.length).toBeGreaterThan(55);
    const [reported, other] = [onReports, onOthers].map((some) => ({
      move: meanOf(some.map(({ move }) => move)),
      volume: meanOf(some.map(({ volume }) => volume)),
    }));
    expect(reported?.move).toBeGreaterThan(1.3 * (other?.move ?? 0));
    expect(reported?.volume).toBeGreaterThan(2 * (other?.volume ?? 0));
  });

  it("differ from ticker to ticker", async () => {
    const lasts = await Promise.all(STOCKS.map(async (symbol) => (await closesOf(symbol)).at(-1)));
    expect(new Set(lasts).size).toBe(STOCKS.length);
  });
});

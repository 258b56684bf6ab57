import { describe, expect, it } from "vitest";
import { ask } from "../../helpers/fact-tools.ts";
import { bars, fakeMarket } from "../../helpers/fake-market.ts";

function read(series: string, histories: Parameters<typeof fakeMarket>[0] = {}) {
  return ask(fakeMarket(histories), "get_macro", { symbol: "ACME", series });
}

describe("the macro backdrop", () => {
  it.each([
    ["sp500", "^GSPC"],
    ["vix", "^VIX"],
    ["ten_year", "^TNX"],
  ])("of %s reads %s and names its facts after the symbol analysed", async (series, symbol) => {
    const asked: string[] = [];
    const { facts } = await read(series, { onRead: (_, query) => asked.push(query.symbol) });
    expect(asked).toEqual([symbol]);
    for (const { id, path } of facts) expect(id).toBe(`ACME:${path}`);
  });

  it("states the S&P 500 in points and against its 200-day average", async () => {
    const candles = bars(300, { close: (i) => (i === 299 ? 220 : 100) });
    const { at } = await read("sp500", { histories: { "^GSPC": { candles } } });
    expect(at("macro.sp500.level")).toMatchObject({ value: 220, unit: "points", currency: null });
    expect(at("macro.sp500.change_3m").value).toBeCloseTo(120, 10);
    expect(at("macro.sp500.from_sma_200").value).toBeCloseTo((220 / 100.6 - 1) * 100, 10);
    expect(at("macro.sp500.from_sma_200").note).toBe("mean of the last 200 adjusted closes");
  });

  it("has no distance from an average of fewer bars than it needs", async () => {
    const histories = { "^GSPC": { candles: bars(49) } };
    const { at } = await read("sp500", { histories });
    expect(at("macro.sp500.from_sma_200")).toMatchObject({
      value: null,
      note: "needs 200 bars, has 49",
    });
  });

  it("states the VIX against its mean of a year, or says why there is none", async () => {
    const candles = bars(600, { close: (i) => (i < 300 ? 90 : 20) });
    const long = await read("vix", { histories: { "^VIX": { candles } } });
    expect(long.at("macro.vix.average_1y").value).toBeCloseTo(20, 10);
    const short = await read("vix", { histories: { "^VIX": { candles: bars(49) } } });
    expect(short.at("macro.vix.average_1y")).toMatchObject({
      value: null,
      note: "needs about 252 bars of a year, has 49",
    });
  });

  it("states a yield in percent and its moves in percentage points", async () => {
    const candles = bars(300, { close: (i) => (i < 290 ? 4.1 : 4.35) });
    const { at } = await read("ten_year", { histories: { "^TNX": { candles } } });
    expect(at("macro.ten_year.level")).toMatchObject({ value: 4.35, unit: "percent" });
    expect(at("macro.ten_year.change_3m").value).toBeCloseTo(0.25, 10);
    expect(at("macro.ten_year.change_3m")).toMatchObject({
      unit: "points",
      note: "percentage points, from 2024-03-29",
    });
    const short = await read("ten_year", { histories: { "^TNX": { candles: bars(5) } } });
    expect(short.at("macro.ten_year.change_1m").note).toMatch(/^needs bars of 1 month/);
  });

  it.each([
    ["sp500", "^GSPC"],
    ["vix", "^VIX"],
    ["ten_year", "^TNX"],
  ])("of %s without bars is unknown and says so", async (series, symbol) => {
    const { facts, notices } = await read(series, { histories: { [symbol]: { candles: [] } } });
    expect(facts.map(({ value }) => value)).toEqual(facts.map(() => null));
    expect(notices).toEqual([`${symbol}: no daily bars up to 2024-06-28.`]);
  });

  it("says when an index is stale", async () => {
    const candles = bars(300, { until: "2024-06-03" });
    const { notices } = await read("vix", { histories: { "^VIX": { candles } } });
    expect(notices.join()).toMatch(/^\^VIX: stale prices/);
  });
});

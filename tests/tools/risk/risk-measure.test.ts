import { describe, expect, it } from "vitest";
import { ask } from "../../helpers/fact-tools.ts";
import { bars, fakeMarket } from "../../helpers/fake-market.ts";

const measures = ["volatility", "beta", "value_at_risk", "drawdown", "correlation"] as const;

function read(measure: (typeof measures)[number], parts: Parameters<typeof fakeMarket>[0] = {}) {
  return ask(fakeMarket(parts), "get_risk", { symbol: "ACME", measure });
}

/** Closes whose returns turn from +1 % to -1 % and back, times a factor. */
function swing(factor: number) {
  return bars(600, { close: (i) => 100 * (1 + (i % 2) * 0.01 * factor) });
}

describe("a risk measure", () => {
  it.each(["beta", "correlation"] as const)("of %s is taken with ^GSPC", async (measure) => {
    const asked: string[] = [];
    const histories = { ACME: { candles: swing(2) }, "^GSPC": { candles: swing(1) } };
    const onRead = (_: string, { symbol }: { symbol: string }) => asked.push(symbol);
    const { at } = await read(measure, { histories, onRead });
    expect(asked).toEqual(["ACME", "^GSPC"]);
    const { value, label } = at(`risk.${measure}_1y`);
    expect(label).toContain("^GSPC");
    expect(value).toBeCloseTo(measure === "beta" ? 2 : 1, 1);
  });

  it.each(["volatility", "value_at_risk", "drawdown"] as const)(
    "of %s needs no index",
    async (measure) => {
      const asked: string[] = [];
      await read(measure, { onRead: (_, { symbol }) => asked.push(symbol) });
      expect(asked).toEqual(["ACME"]);
    },
  );

  it("is of a year of adjusted returns, as of the last bar's day", async () => {
    const candles = swing(1).map((bar) => ({ ...bar, adjustedClose: 50 }));
    const { at } = await read("volatility", { histories: { ACME: { candles } } });
    expect(at("risk.volatility_1y")).toMatchObject({
      value: 0,
      unit: "percent",
      asOf: "2024-06-28",
      availableAt: "2024-06-28T20:00:00.000Z",
      note: "of 261 daily returns, adjusted closes",
    });
    expect(at("risk.volatility_30d").note).toBe("of 30 daily returns, adjusted closes");
  });

  it("is annualised by 365 days where trade never stops", async () => {
    const close = (i: number) => 100 * (1 + (i % 2) * 0.01);
    const volatilityOf = async (everyDay: boolean) => {
      const candles = bars(600, { close, everyDay });
      const { at } = await read("volatility", { histories: { ACME: { candles } } });
      return Number(at("risk.volatility_30d").value);
    };
    const ratio = (await volatilityOf(true)) / (await volatilityOf(false));
    expect(ratio).toBeCloseTo(Math.sqrt(365 / 252), 10);
  });

  it("of a drawdown is negative percents and the days since the high of the year", async () => {
    const candles = bars(600, { close: (i) => (i === 590 ? 200 : i > 590 ? 150 : 100) });
    const { at } = await read("drawdown", { histories: { ACME: { candles } } });
    expect(at("risk.drawdown")).toMatchObject({ value: -25, unit: "percent" });
    expect(at("risk.max_drawdown_1y").value).toBe(-25);
    expect(at("risk.drawdown_days")).toMatchObject({ value: 11, unit: "days" });
  });

  it("of losses is positive, the shortfall no less than the value at risk", async () => {
    const { at } = await read("value_at_risk");
    const [value, shortfall] = ["risk.value_at_risk_95", "risk.expected_shortfall_95"].map((path) =>
      Number(at(path).value),
    );
    expect(value).toBeGreaterThan(0);
    expect(shortfall).toBeGreaterThanOrEqual(value ?? Number.NaN);
  });

  it.each([0, 1, 3, 49, 226])(
    "of a year is null with the reason where %i bars are all",
    async (count) => {
      const histories = { ACME: { candles: bars(count) } };
      for (const measure of measures) {
        const { facts } = await read(measure, { histories });
        for (const { value, note } of facts.filter(({ path }) => path !== "risk.volatility_30d")) {
          expect({ value, note }).toEqual({
            value: null,
            note: `needs about 252 bars of a year, has ${count}`,
          });
        }
      }
    },
  );

  it("of a year is there from 90 % of it on", async () => {
    const histories = { ACME: { candles: bars(227) } };
    for (const measure of measures) {
      const { facts } = await read(measure, { histories });
      for (const { value } of facts) expect(value).toBeTypeOf("number");
    }
  });

  it("of 30 returns needs 30, be the listing as young as it may", async () => {
    const of = (count: number) =>
      read("volatility", { histories: { ACME: { candles: bars(count) } } });
    expect((await of(30)).at("risk.volatility_30d")).toMatchObject({
      value: null,
      note: "needs 30 daily returns, has 29",
    });
    expect((await of(31)).at("risk.volatility_30d")).toMatchObject({
      value: expect.any(Number),
      note: "of 30 daily returns, adjusted closes",
    });
  });

  it.each(["beta", "correlation"] as const)(
    "of %s is null where the index does not cover the symbol's year",
    async (measure) => {
      for (const candles of [bars(49), bars(300, { until: "2023-06-27" })]) {
        const { at } = await read(measure, { histories: { "^GSPC": { candles } } });
        const { value, note } = at(`risk.${measure}_1y`);
        expect(value).toBeNull();
        expect(note).toMatch(/^needs about 252 bars of a year, has (?:49|0) \(\^GSPC\)$/);
      }
    },
  );

  it("against an index that stands still is undefined, not nothing", async () => {
    const histories = { "^GSPC": { candles: bars(600, { close: () => 100 }) } };
    const { at } = await read("beta", { histories });
    expect(at("risk.beta_1y")).toMatchObject({
      value: null,
      note: "undefined where a price does not move",
    });
  });

  it("names what is amiss with the symbol's bars and with the index's", async () => {
    const stale = { candles: bars(600, { until: "2024-06-03" }) };
    const histories = { ACME: { droppedBars: 1 }, "^GSPC": stale };
    const { notices } = await read("correlation", { histories });
    expect(notices).toHaveLength(2);
    expect(notices[0]).toMatch(/^ACME: 1 daily bar /);
    expect(notices[1]).toMatch(/^\^GSPC: stale prices/);
  });

  it("of the index itself is not warned of twice", async () => {
    const histories = { "^GSPC": { droppedBars: 2 } };
    const market = fakeMarket({ histories });
    const { at, notices } = await ask(market, "get_risk", { symbol: "^GSPC", measure: "beta" });
    expect(at("risk.beta_1y").value).toBeCloseTo(1, 10);
    expect(notices).toHaveLength(1);
  });
});

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
      availableAt: "2024-06-28",
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

  it.each([
    ["volatility", "risk.volatility_1y", 15, "needs 20 daily returns, has 14"],
    ["beta", "risk.beta_1y", 49, "needs 60 daily returns, has 48"],
    ["correlation", "risk.correlation_1y", 49, "needs 60 daily returns, has 48"],
    ["value_at_risk", "risk.value_at_risk_95", 49, "needs 60 daily returns, has 48"],
    ["drawdown", "risk.drawdown", 1, "needs 2 bars, has 1"],
    ["volatility", "risk.volatility_30d", 0, "needs 20 daily returns, has 0"],
  ] as const)(
    "%s of too few bars is null with the reason (%s, %i)",
    async (measure, path, count, note) => {
      const { at } = await read(measure, { histories: { ACME: { candles: bars(count) } } });
      expect(at(path)).toMatchObject({ value: null, note });
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

import { describe, expect, it } from "vitest";
import { arrangeEvidence } from "#runtime/models/rules/evidence.ts";
import { tradeLevels } from "#runtime/models/rules/trade-levels.ts";
import { facts, points, usd, type Values } from "./desk.ts";

const levels = (values: Values, action: "buy" | "sell", symbol = "ACME") =>
  tradeLevels(arrangeEvidence(facts(values, symbol), { symbol, asOf: null }), action);

describe("tradeLevels", () => {
  it("takes resistance as target where it pays what the stop risks", () => {
    const values = { "price.close": usd(100), atr_14: usd(2), "price.resistance_20": usd(106) };
    expect(levels(values, "buy")).toEqual({ entry: 100, stop: 96, target: 106, currency: "USD" });
  });

  it("has no target nearer than a usual day or on the wrong side", () => {
    const values = {
      "price.close": usd(100),
      atr_14: usd(2),
      "price.support_20": usd(99.5),
      "stats.target_price_mean": usd(120),
    };
    expect(levels(values, "sell").target).toBeNull();
  });

  it("has no stop without ATR 14, nor one at or below zero", () => {
    expect(levels({ "price.close": usd(100) }, "buy").stop).toBeNull();
    expect(levels({ "price.close": usd(1), atr_14: usd(0.6) }, "buy").stop).toBeNull();
  });

  it("takes no target in another currency", () => {
    const target = { value: 9000, unit: "currency", currency: "GBp" } as const;
    const values = { "price.close": usd(100), "stats.target_price_mean": target };
    expect(levels(values, "buy").target).toBeNull();
  });

  it("keeps four decimals of a rate of exchange and gives an index no currency", () => {
    expect(levels({ "price.close": usd(1.123456) }, "buy", "EURUSD=X").entry).toBe(1.1235);
    const index = { "price.close": points(6600.5), atr_14: points(50) };
    expect(levels(index, "buy", "^GSPC")).toMatchObject({ stop: 6500.5, currency: null });
  });

  it("keeps the digits of a price of a few cents", () => {
    expect(levels({ "price.close": usd(0.01234) }, "buy").entry).toBe(0.01234);
  });
});

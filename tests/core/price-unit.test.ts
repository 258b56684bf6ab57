import { describe, expect, it } from "vitest";
import { unitFor, volumeLabel } from "#core/price-unit.ts";

describe("the unit of an instrument's figures", () => {
  it.each([
    ["AAPL", "currency", "shares", "Volume"],
    ["SPY", "currency", "shares", "Volume"],
    ["GC=F", "currency", "count", "Volume, in contracts"],
    ["BTC-USD", "currency", "count", "Volume, as the source counts it"],
    ["EURUSD=X", "currency", "count", "Volume, as the source counts it"],
    ["^GSPC", "points", "count", "Volume, as the source counts it"],
    ["^TNX", "percent", "count", "Volume, as the source counts it"],
  ] as const)("%s has prices in %s and volume in %s", (symbol, price, volume, label) => {
    expect(unitFor(symbol, "currency")).toBe(price);
    expect(unitFor(symbol, "shares")).toBe(volume);
    expect(volumeLabel(symbol, "Volume")).toBe(label);
  });

  it("stays what it is where it is neither a price nor a volume", () => {
    for (const unit of ["percent", "points", "count", "days", "date", "text"] as const) {
      expect(unitFor("^TNX", unit)).toBe(unit);
    }
  });
});

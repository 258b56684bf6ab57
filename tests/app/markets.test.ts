import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "#app/config.ts";
import { openMarkets } from "#app/markets.ts";

const now = Date.parse("2025-03-03T18:00:00Z");

describe("the markets of a desk", () => {
  it("keep what the boundary in time has let through, and nothing else", async () => {
    const markets = openMarkets({
      data: "demo",
      mayFallBack: true,
      config: readConfig({}),
      clock: { now: () => now },
    });
    onTestFinished(() => markets.close());
    const query = { symbol: "AAPL", asOf: "2024-06-14" };
    const company = await markets.demo.company(query);
    expect(company.withheld).toEqual(["calendar"]);
    // The very object that is in the cache: no boundary stands outside of it.
    expect(await markets.demo.company(query)).toBe(company);
    expect(Object.isFrozen(company)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { ask } from "../helpers/fact-tools.ts";
import { fakeMarket } from "../helpers/fake-market.ts";

const calls = [
  ["get_risk", { symbol: "ACME", measure: "beta" }, "risk.beta_1y"],
  ["get_risk", { symbol: "ACME", measure: "correlation" }, "risk.correlation_1y"],
  ["get_macro", { symbol: "ACME", series: "sector" }, "macro.sector.relative_3m"],
] as const;

describe("a figure of two histories", () => {
  it.each(calls)("of %s %o says that their currencies are not one", async (tool, args, path) => {
    const pence = fakeMarket({ histories: { ACME: { currency: "GBp" } } });
    const { note } = (await ask(pence, tool, args)).at(path);
    expect(note).toMatch(/; ACME in GBp, (\^GSPC|XLK) in USD, neither converted$/);
    expect((await ask(fakeMarket(), tool, args)).at(path).note).not.toContain("converted");
    const unknown = fakeMarket({ histories: { ACME: { currency: null } } });
    expect((await ask(unknown, tool, args)).at(path).note).not.toContain("converted");
  });

  it.each(calls)("of %s %o is public once both last bars are", async (tool, args, path) => {
    const tokyo = { timeZone: "Asia/Tokyo", closesAt: "15:30" };
    const early = await ask(fakeMarket({ histories: { ACME: tokyo } }), tool, args);
    expect(early.at(path).availableAt).toBe("2024-06-28T20:00:00.000Z");
    const late = fakeMarket({ histories: { ACME: { closesAt: "20:00" } } });
    expect((await ask(late, tool, args)).at(path).availableAt).toBe("2024-06-29T00:00:00.000Z");
  });
});

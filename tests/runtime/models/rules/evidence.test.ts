import { describe, expect, it } from "vitest";
import { arrangeEvidence } from "#runtime/models/rules/evidence.ts";
import { facts, text, unknown, usd } from "./desk.ts";

const about = { symbol: "ACME", asOf: "2026-11-20" };

describe("arrangeEvidence", () => {
  it("writes a number with unit and currency", () => {
    const evidence = arrangeEvidence(facts({ "price.close": usd(12.5) }), about);
    expect(evidence.number("price.close")).toMatchObject({ value: 12.5, text: "12.50 USD" });
  });

  it("has null for what is absent, unknown or no number", () => {
    const evidence = arrangeEvidence(facts({ rsi_14: unknown("why"), name: text("Acme") }), about);
    expect(evidence.number("absent")).toBeNull();
    expect(evidence.number("rsi_14")).toBeNull();
    expect(evidence.number("name")).toBeNull();
    expect(evidence.knows("name")).toBe(true);
  });

  it("leaves out facts of another symbol", () => {
    const evidence = arrangeEvidence(facts({ "price.close": usd(1) }, "OTHER"), about);
    expect(evidence.facts).toEqual([]);
  });

  it("prefers a known value where a path comes twice", () => {
    const twice = [...facts({ rsi_14: unknown("why") }), ...facts({ rsi_14: usd(5) })];
    expect(arrangeEvidence(twice, about).number("rsi_14")?.value).toBe(5);
  });
});

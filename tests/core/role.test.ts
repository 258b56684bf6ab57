import { describe, expect, it } from "vitest";
import { readRole, roleLine, roles } from "#core/role.ts";

describe("a role", () => {
  it.each(roles)("%s is read off the prompt that opens with it", (role) => {
    expect(readRole(roleLine(role))).toBe(role);
    expect(readRole(`${roleLine(role)}\n\nYou are part of a desk.`)).toBe(role);
  });

  it("is there for everyone who is asked, in the order in which they are", () => {
    expect(roles).toEqual([
      "market_analyst",
      "fundamentals_analyst",
      "news_analyst",
      "sentiment_analyst",
      "macro_analyst",
      "risk_analyst",
      "bull_researcher",
      "bear_researcher",
      "trader",
      "aggressive_reviewer",
      "neutral_reviewer",
      "conservative_reviewer",
      "portfolio_manager",
    ]);
  });

  it.each([
    "",
    "You are part of a desk.",
    "Role: janitor",
    "Role: market_analyst and more",
    "You are part of a desk.\nRole: market_analyst",
    " Role: market_analyst",
  ])("is not opened with by %j", (prompt) => {
    expect(readRole(prompt)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { readRole, roleLine, roles } from "#core/role.ts";

describe("a role", () => {
  it.each(roles)("%s is read off the prompt that opens with it", (role) => {
    expect(readRole(roleLine(role))).toBe(role);
    expect(readRole(`${roleLine(role)}\n\nYou are part of a desk.`)).toBe(role);
  });

  it("is there for six analysts and the portfolio manager", () => {
    expect(roles).toHaveLength(7);
    expect(roles).toContain("market_analyst");
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

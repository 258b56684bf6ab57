import { describe, expect, it } from "vitest";
import { decisionSchema } from "#core/decision.ts";
import { result } from "./examples.ts";

const { decision } = result();

describe("a decision", () => {
  it("may leave every level open", () => {
    const levels = { entry: null, stop: null, target: null, currency: null };
    expect(decisionSchema.parse({ ...decision, levels })).toMatchObject({ levels });
  });

  it.each([
    { action: "short" },
    { confidence: 1.01 },
    { horizon: "2w" },
    { thesis: "" },
    { risks: [""] },
    { levels: { entry: 0, stop: null, target: null, currency: "USD" } },
    { levels: { entry: -1, stop: null, target: null, currency: "USD" } },
  ])("may not have %j", (changes) => {
    expect(decisionSchema.safeParse(decision).success).toBe(true);
    expect(decisionSchema.safeParse({ ...decision, ...changes }).success).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { keptDecisionSchema } from "#core/review/kept-decision.ts";
import { kept } from "./examples.ts";

describe("kept decisions", () => {
  it("come back from JSON as they were", () => {
    expect(keptDecisionSchema.parse(JSON.parse(JSON.stringify(kept())))).toEqual(kept());
  });

  it.each([
    ["symbol", "../etc"],
    ["asOf", "2024-02-30"],
    ["decidedAt", "yesterday"],
    ["confidence", 1.2],
    ["horizon", "2y"],
    ["source", "rumour"],
    ["analysts", []],
    ["missing", ["nobody"]],
  ])("are none with the %s %j", (field, value) => {
    expect(keptDecisionSchema.safeParse({ ...kept(), [field]: value }).success).toBe(false);
  });
});

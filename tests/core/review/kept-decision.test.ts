import { describe, expect, it } from "vitest";
import { keptDecisionSchema, lastOfEach } from "#core/review/kept-decision.ts";
import { kept } from "./samples.ts";

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
  ])("are none with the %s %j", (field, value) => {
    expect(keptDecisionSchema.safeParse({ ...kept(), [field]: value }).success).toBe(false);
  });

  it("count once for a question asked again: the one made last, wherever it stands", () => {
    const first = kept({ decidedAt: "2024-01-31T09:00:00.000Z" });
    const last = kept({ decidedAt: "2024-01-31T17:00:00.000Z", action: "sell" });
    expect(lastOfEach([first, last])).toEqual([last]);
    expect(lastOfEach([last, first])).toEqual([last]);
  });

  it("of the same time count as the one kept last", () => {
    expect(lastOfEach([kept({ action: "buy" }), kept({ action: "sell" })])).toEqual([
      kept({ action: "sell" }),
    ]);
  });

  it("count each of another symbol, day, source, model or depth", () => {
    const all = [
      kept(),
      kept({ symbol: "OTHER" }),
      kept({ asOf: "2024-02-01" }),
      kept({ source: "yahoo" }),
      kept({ model: "other" }),
      kept({ depth: "deep" }),
    ];
    expect(lastOfEach(all)).toEqual(all);
  });
});

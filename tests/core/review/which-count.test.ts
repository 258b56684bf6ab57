import { describe, expect, it } from "vitest";
import { oncePerDay, oncePerQuestion } from "#core/review/which-count.ts";
import { kept, late } from "./examples.ts";

const EVENING = "2024-01-31T17:00:00.000Z";

describe("of the same question", () => {
  it("the decision made last counts, wherever it stands", () => {
    const first = kept({ decidedAt: "2024-01-31T09:00:00.000Z" });
    const last = kept({ decidedAt: EVENING, action: "sell" });
    expect(oncePerQuestion([first, last])).toEqual([last]);
    expect(oncePerQuestion([last, first])).toEqual([last]);
  });

  it("and the same time the decision kept last counts", () => {
    expect(oncePerQuestion([kept({ action: "buy" }), kept({ action: "sell" })])).toEqual([
      kept({ action: "sell" }),
    ]);
  });

  it("put to the same analysts in another order one counts", () => {
    const reversed = kept({ analysts: kept().analysts.toReversed(), decidedAt: EVENING });
    expect(oncePerQuestion([kept(), reversed])).toEqual([reversed]);
  });

  it("one with a gap replaces none without, however late it is", () => {
    const gapped = kept({ missing: ["news"], decidedAt: EVENING });
    expect(oncePerQuestion([kept(), gapped])).toEqual([kept()]);
  });

  it("what is made in hindsight replaces nothing that was made at its time", () => {
    expect(oncePerQuestion([kept(), late()])).toEqual([kept(), late()]);
    expect(oncePerQuestion([late({ action: "sell" }), late()])).toEqual([late()]);
  });

  it("is none of another symbol, day, source, model, desk or depth, nor drawn otherwise", () => {
    const all = [
      kept(),
      kept({ symbol: "OTHER" }),
      kept({ asOf: "2024-02-01" }),
      kept({ source: "yahoo" }),
      kept({ model: "other" }),
      kept({ analysts: ["risk"] }),
      kept({ depth: "deep" }),
      kept({ debateRounds: 2 }),
      kept({ riskRounds: 2 }),
      kept({ samples: 3 }),
    ];
    expect(oncePerQuestion(all)).toEqual(all);
  });
});

describe("of the same symbol and day", () => {
  const decidedAt = EVENING;
  it.each([
    ["more analysts, whatever the depth", kept({ analysts: ["risk"], depth: "deep", decidedAt })],
    ["no gap", kept({ missing: ["market"], samples: 5, decidedAt })],
    ["more depth", kept({ depth: "quick", samples: 5, decidedAt })],
    ["a whole debate", kept({ missing: ["bull_researcher"], decidedAt })],
  ])("the decision of the desk with %s counts, though it is the older", (_what, lesser) => {
    expect(oncePerDay([kept(), lesser])).toEqual([kept()]);
    expect(oncePerDay([lesser, kept()])).toEqual([kept()]);
  });

  it("the decision drawn more often, or argued longer, counts", () => {
    const more = [kept({ riskRounds: 2 }), kept({ debateRounds: 2 })];
    expect(oncePerDay([kept({ samples: 5 }), ...more, kept()])).toEqual([
      kept({ debateRounds: 2 }),
    ]);
    expect(oncePerDay([kept({ samples: 5 }), kept()])).toEqual([kept({ samples: 5 })]);
  });

  it("of equal desks the decision made last counts", () => {
    const last = kept({ decidedAt: EVENING, action: "hold" });
    expect(oncePerDay([last, kept()])).toEqual([last]);
  });

  it("is none of another symbol or day", () => {
    const all = [kept(), kept({ symbol: "OTHER" }), kept({ asOf: "2024-02-01" })];
    expect(oncePerDay(all)).toEqual(all);
  });
});

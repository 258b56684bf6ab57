import { describe, expect, it } from "vitest";
import { decisionWords } from "#app/page/client/report/decision-words.ts";
import type { DecisionMark } from "#app/page/run-page.ts";

const dates = ["2026-11-19", "2026-11-20"];

function mark(action: DecisionMark["action"], confidence: number | null, own = false) {
  return { day: "2026-11-20", action, confidence, runId: "some", own };
}

describe("what was decided on a day", () => {
  it.each<[DecisionMark[], string[]]>([
    [[mark("buy", 0.6)], ["earlier: buy 0.60"]],
    [Array(9).fill(mark("buy", 0.6)), ["earlier: buy 0.60, 9 times"]],
    [[mark("hold", null), mark("hold", null)], ["earlier: hold, 2 times"]],
    [
      [mark("buy", 0.6), mark("sell", 0.3), mark("buy", 0.55), mark("buy", 0.6, true)],
      ["earlier: buy 0.55 to 0.60, 2 times", "earlier: sell 0.30", "this run: buy 0.60"],
    ],
  ])("is told an action at a time, however many runs there were", (decisions, words) => {
    expect(decisionWords({ dates, decisions }, 1)).toEqual(words);
    expect(decisionWords({ dates, decisions }, 0)).toEqual([]);
  });
});

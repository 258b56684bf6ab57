import { describe, expect, it } from "vitest";
import { passagesOf } from "#core/audit/passages.ts";
import { argument, plan, report, result, review } from "../examples.ts";

const samples = {
  asked: 3,
  decided: 3,
  agreement: 0.33,
  actions: { buy: 1, hold: 1, sell: 1 },
  confidence: { lowest: 0.4, median: 0.5, highest: 0.6 },
  minority: [
    { action: "sell" as const, confidence: 0.5, horizon: "1m" as const, thesis: "It falls." },
    { action: "hold" as const, confidence: 0.4, horizon: "3m" as const, thesis: "It rests." },
  ],
};

describe("the passages of a run", () => {
  it("are all that was written, the minority's reasons too, each by its name", () => {
    const said = result({
      debate: [argument({ concession: "It grows." })],
      plan: plan(),
      reviews: [review()],
      samples,
    });
    expect(passagesOf(said).map(({ where, text }) => `${where}: ${text}`)).toEqual([
      "market: The trend is up.",
      "bull_researcher.1: The price is 189.12 USD.",
      "bull_researcher.1.concession: It grows.",
      "trader: It is cheap.",
      "trader.levels.entry: 189.12 USD",
      "neutral_reviewer.1: It is balanced.",
      "decision.thesis: The trend holds.",
      "decision.risks.0: A close below the stop.",
      "decision.levels.entry: 189.12 USD",
      "decision.levels.stop: 170.00 USD",
      "samples.0: It falls.",
      "samples.1: It rests.",
    ]);
  });

  it("are printable, as they are shown: places in them are the same in both", () => {
    const said = result({
      reports: [report({ text: "\x1b[31mUp\u200b 4 %\x1b[0m" })],
      decision: null,
    });
    expect(passagesOf(said)).toEqual([{ where: "market", text: "Up 4 %" }]);
  });
});

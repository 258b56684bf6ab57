import { describe, expect, it } from "vitest";
import { type Argument, argumentSchema } from "#core/debate.ts";
import type { Researcher } from "#core/role.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { argued, deskRequest, filled, imagined, type Studied, type Talk } from "../debate-desk.ts";
import { conversation, percent, usd, type Values } from "../desk.ts";

const TREND =
  "The trend is up: at 100.00 USD, the price stands 11.11 % above its 200-day average (90.00 USD) and 4.17 % above its 50-day average (96.00 USD).";
const AVERAGES =
  "The 50-day average lies 6.67 % above the 200-day average, so the medium term is stronger than the long term.";
const WILD = "The price swings wildly: its volatility over one year is 62.00 %, annualised.";

const values: Values = {
  "price.close": usd(100),
  "price.support_20": usd(92),
  "price.resistance_20": usd(103),
  sma_50: usd(96),
  sma_200: usd(90),
  "risk.volatility_1y": percent(62),
};

const desk = imagined(
  [
    ["market", "bullish", 0.75, `**In short:** it rises.\n\n**Trend.** ${TREND} ${AVERAGES}`],
    ["risk", "bearish", 0.25, `**In short:** it swings.\n\n**Volatility.** ${WILD}`],
  ],
  values,
);

function argue(
  role: Researcher,
  talk: Talk = {},
  on: Studied = desk,
  more: readonly string[] = [],
): Promise<Argument> {
  return filled(role, argumentSchema, deskRequest(on, talk, more));
}

describe("researcher", () => {
  it("opens with its side's sentences, who shares it, the room and what would end it", async () => {
    const { argument } = await argue("bull_researcher");
    expect(argument).toBe(
      [
        "The bull case on ACME rests on the trend.",
        TREND,
        AVERAGES,
        "One of two views is bullish: market (0.75).",
        "From the close of 100.00 USD there is 3.00 % of room up to 103.00 USD, the high of 20 bars.",
        "A close below 92.00 USD, the low of 20 bars, would speak against this case.",
      ].join(" "),
    );
  });

  it("concedes the other side's strongest sentence, or nothing where there is none", async () => {
    expect((await argue("bull_researcher")).concession).toBe(WILD);
    expect((await argue("bear_researcher")).concession).toBe(TREND);
    const alone = { ...desk, reports: desk.reports.slice(0, 1) };
    expect((await argue("bull_researcher", {}, alone)).concession).toBeNull();
  });

  it("is as sure as the mean of its share of views and of sentences", async () => {
    // The views: 0.75 of 1.00. The sentences: 3/3 and 2/3 x 0.93 (signal x weight) against 3/3.
    const bull = await argue("bull_researcher");
    const bear = await argue("bear_researcher");
    expect(bull.conviction).toBeGreaterThan(0.66);
    expect(bull.conviction).toBeLessThan(0.72);
    expect(bull.conviction + bear.conviction).toBeCloseTo(1, 1);
  });

  it("says so with no conviction where it has nothing to say", async () => {
    const alone = { ...desk, reports: desk.reports.slice(0, 1) };
    const { argument, conviction } = await argue("bear_researcher", {}, alone);
    expect(conviction).toBe(0);
    expect(argument).toContain("speaks clearly for a bear case on ACME");
    expect(argument).toContain("The desk's only view is not bearish.");
  });

  it("makes no point of a sentence that stands in no report", async () => {
    const silent = imagined([["market", "bullish", 0.6, "**In short:** it rises."]], values);
    const { argument } = await argue("bull_researcher", {}, silent);
    expect(argument).toContain("rests on the market report. It rises.");
    expect(argument).not.toContain("The trend is up");
  });

  it("answers by name, and falls in conviction by what it cannot answer", async () => {
    const debate = [
      argued("bull_researcher", 1, `${TREND} ${AVERAGES}`, 0.7),
      argued("bear_researcher", 1, WILD, 0.3),
    ];
    const { argument, conviction } = await argue("bull_researcher", { debate });
    expect(argument).toContain(
      "The bear researcher's point, “The price swings wildly: its volatility over one year is 62.00 %, annualised”, is granted",
    );
    expect(argument).toContain("one bullish against one bearish");
    expect(argument).toContain("falls from 0.70 to 0.60");
    expect(conviction).toBe(0.6);
  });

  it("sets what it has not said yet against the other's point", async () => {
    const debate = [
      argued("bull_researcher", 1, TREND, 0.7),
      argued("bear_researcher", 1, WILD, 0.3),
    ];
    const { argument, conviction } = await argue("bull_researcher", { debate });
    expect(argument).toContain("in the market report: the 50-day average lies 6.67 % above");
    expect(argument).not.toContain(TREND);
    expect(conviction).toBe(0.66);
  });

  it("answers an argument in words of its own by its first sentence", async () => {
    const debate = [
      argued("bull_researcher", 1, TREND, 0.7),
      argued("bear_researcher", 1, "**Margins** will not last. Nor will growth.", 0.4),
    ];
    const { argument } = await argue("bull_researcher", { debate });
    expect(argument).toContain("The bear researcher's point, “Margins will not last”, stands");
  });

  it("has nothing to answer where the other was not heard, or said nothing new", async () => {
    const heard = [argued("bull_researcher", 1, TREND, 0.7)];
    const gaps = ["<gaps>\n- bear_researcher, round 1: none (timeout)\n</gaps>"];
    const alone = await argue("bull_researcher", { debate: heard }, desk, gaps);
    expect(alone.argument).toContain("The bear researcher was not heard before the second round");
    expect(alone.conviction).toBe(0.7);
    const twice = [
      ...heard,
      argued("bear_researcher", 1, WILD, 0.3),
      argued("bull_researcher", 2, AVERAGES, 0.66),
      argued("bear_researcher", 2, WILD, 0.3),
    ];
    const { argument } = await argue("bull_researcher", { debate: twice });
    expect(argument).toContain("The bear researcher brought nothing new before the third round");
  });

  it("makes its case and answers at once where it missed the first round", async () => {
    const debate = [argued("bear_researcher", 1, WILD, 0.3)];
    const { argument } = await argue("bull_researcher", { debate });
    expect(argument).toContain("The bull case on ACME rests on the trend.");
    expect(argument).toContain("The bear researcher's point, “The price swings wildly");
  });

  it("counts the rounds in which nobody spoke", async () => {
    const gaps = ["<gaps>\n- bear_researcher, round 2: none (model_error)\n</gaps>"];
    const debate = [argued("bull_researcher", 1, TREND, 0.7)];
    const { argument } = await argue("bull_researcher", { debate }, desk, gaps);
    expect(argument).toContain("before the third round");
  });

  it("argues in prose where no form is bound", async () => {
    const answer = await createRulesModel().invoke(
      conversation("bear_researcher", deskRequest(desk)),
    );
    expect(answer.tool_calls).toEqual([]);
    expect(answer.text).toContain("The bear case on ACME rests on volatility.");
    expect(answer.text).toContain("**Conviction** 0.3");
  });
});

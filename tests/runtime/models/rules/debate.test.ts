import { describe, expect, it } from "vitest";
import { type Conversation, converse, study, TICKERS } from "./debate-desk.ts";

const ROUNDS = 3;

/** Every text that was said, with who said it and in which round. */
function spoken({ debate, plan, reviews, decision }: Conversation) {
  return [
    ...debate.flatMap(({ speaker, round, argument, concession }) => [
      { speaker, round, text: argument },
      ...(concession === null ? [] : [{ speaker, round, text: concession }]),
    ]),
    { speaker: "trader", round: 1, text: plan.reasoning },
    ...reviews.map(({ speaker, round, argument }) => ({ speaker, round, text: argument })),
    { speaker: "portfolio_manager", round: 1, text: decision.thesis },
    ...decision.risks.map((text) => ({ speaker: "portfolio_manager", round: 1, text })),
  ];
}

const held = new Map<string, Promise<Conversation>>();

/** The conversation on a ticker, held once. */
function conversationOn(ticker: string): Promise<Conversation> {
  const known = held.get(ticker) ?? study(ticker).then((studied) => converse(studied, ROUNDS));
  held.set(ticker, known);
  return known;
}

function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.!?]) (?=[A-Z“])/);
}

describe("conversation on the demo market", () => {
  it.each(TICKERS)("says nothing half-made of %s, in sentences that end", async (ticker) => {
    for (const { text } of spoken(await conversationOn(ticker))) {
      expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object|\s\s|\.\.|: \./);
      expect(text).toMatch(/[.”]$/);
    }
  });

  it.each(TICKERS)("repeats no sentence on %s from one round to the next", async (ticker) => {
    const said = spoken(await conversationOn(ticker));
    for (const { speaker, round, text } of said) {
      const earlier = said
        .filter((one) => one.speaker === speaker && one.round < round)
        .flatMap((one) => sentencesIn(one.text));
      expect(sentencesIn(text).filter((sentence) => earlier.includes(sentence))).toEqual([]);
    }
  });

  it.each(TICKERS)("opens the cases on %s with sentences of the reports", async (ticker) => {
    const { studied, debate } = await conversationOn(ticker);
    const written = studied.reports.map(({ text }) => text.toLowerCase());
    for (const { argument, round } of debate.filter((one) => one.round === 1)) {
      expect(round).toBe(1);
      const points = sentencesIn(argument).filter((sentence) =>
        written.some((text) => text.includes(sentence.toLowerCase())),
      );
      if (argument.includes(" rests on ")) expect(points.length).toBeGreaterThanOrEqual(1);
      else expect(argument).toContain("Nothing in the reports");
    }
  });

  it.each(TICKERS)(
    "takes up the other side's words on %s from the second round on",
    async (ticker) => {
      const { debate } = await conversationOn(ticker);
      for (const { speaker, round, argument } of debate.filter((one) => one.round > 1)) {
        const other = speaker === "bull_researcher" ? "bear" : "bull";
        const last = debate.find((one) => one.round === round - 1 && one.speaker !== speaker);
        const quote = /“(.+?)…?”/.exec(argument)?.[1];
        expect(argument).toContain(`The ${other} researcher`);
        if (quote === undefined) expect(argument).toContain("nothing new to answer");
        else expect(last?.argument.toLowerCase()).toContain(quote.toLowerCase());
      }
    },
  );

  it.each(TICKERS)("keeps conviction, sizes and confidence on %s in bounds", async (ticker) => {
    const { debate, plan, reviews, decision } = await conversationOn(ticker);
    for (const { conviction } of debate) {
      expect(conviction).toBeGreaterThanOrEqual(0);
      expect(conviction).toBeLessThanOrEqual(0.95);
      expect(conviction).toBe(Number(conviction.toFixed(2)));
    }
    for (const { size } of [plan, ...reviews]) {
      expect(size).toBeGreaterThanOrEqual(0);
      expect(size).toBeLessThanOrEqual(15);
      expect(size).toBe(Number(size.toFixed(1)));
    }
    expect(plan.size).toBeLessThanOrEqual(10);
    expect(decision.confidence).toBeLessThanOrEqual(0.9);
  });

  it.each(TICKERS)(
    "decides on %s as its trader plans, in three to seven sentences",
    async (ticker) => {
      const { plan, decision } = await conversationOn(ticker);
      expect(decision).toMatchObject({ action: plan.action, horizon: plan.horizon });
      expect(decision.levels).toEqual(plan.levels);
      for (const [text, most] of [
        [decision.thesis, 7],
        [plan.reasoning, 6],
      ] as const) {
        expect(sentencesIn(text).length).toBeGreaterThanOrEqual(3);
        expect(sentencesIn(text).length).toBeLessThanOrEqual(most);
      }
    },
  );

  it.each(["^GSPC", "^TNX", "^VIX"])(
    "takes no position in %s, which nobody can trade",
    async (ticker) => {
      const { plan, reviews, decision } = await conversationOn(ticker);
      expect([plan, ...reviews].map(({ size }) => size)).toEqual(
        Array.from({ length: 1 + 3 * ROUNDS }, () => 0),
      );
      expect(plan.reasoning).toContain("cannot be traded itself and stands for what follows it");
      expect(decision.thesis).toContain("cannot be traded itself and stands for what follows it");
    },
  );

  it("says the same again when it is asked the same again", async () => {
    const again = await converse(await study("AAPL"), ROUNDS);
    expect(again).toEqual(await conversationOn("AAPL"));
  });
});

import { describe, expect, it } from "vitest";
import type { PriceList } from "#core/price-list.ts";
import type { Budget, Spending } from "#runtime/models/budget.ts";
import { createMeter } from "#runtime/models/live/meter.ts";
import { createBudget } from "#runtime/models/process-budget.ts";
import {
  answer,
  eventText,
  type InPlace,
  refuse,
  startChatStub,
  streamText,
} from "../../../helpers/chat-completions-stub.ts";
import { failureOf, openProvider } from "../../../helpers/live-provider.ts";

const PROMPT = "?".repeat(198);
/** The prompt with its quotes and no tools, at two characters a token, and the most of an answer. */
const HELD = { tokens: 101 + 50, usd: (101 + 50 * 10) / 1e6 };
const prices: PriceList = {
  asOf: "2026-01-01",
  source: "a test",
  models: { priced: { input: 1, output: 10 } },
};

/** A budget without limit that writes down what each attempt held and used. */
function ledger() {
  const held: Spending[] = [];
  const used: Spending[] = [];
  const budget: Budget = {
    async reserve(most) {
      held.push(most);
      return { settle: async (spending) => void used.push(spending) };
    },
    spent: async () => ({ tokens: 0, usd: 0 }),
  };
  return { held, used, budget };
}

async function open(inPlace: InPlace, budget: Budget) {
  const { origin, seen } = await startChatStub(inPlace);
  const meter = createMeter("priced", { prices, budget, maxOutputTokens: 50 });
  const model = openProvider(origin).provider.model("priced", { maxTokens: 50, meter });
  return { model, seen };
}

const USAGE = { prompt_tokens: 20, completion_tokens: 5 };
const USED = { tokens: 25, usd: 70 / 1e6 };

describe("a metered call", () => {
  it("holds and books each of its attempts", async () => {
    const { held, used, budget } = ledger();
    const broken = eventText({ choices: [{ index: 0, delta: { content: "A" } }], usage: USAGE });
    const { model } = await open((response, attempt) => {
      if (attempt === 1) return refuse(response, 429);
      if (attempt === 2) return answer(response, broken);
      if (attempt === 3) return answer(response, "");
      return answer(response, streamText({ attempt, usage: USAGE }));
    }, budget);
    const message = await model.invoke(PROMPT);
    expect(held).toEqual(Array(4).fill(HELD));
    expect(used).toEqual([{ tokens: 0, usd: 0 }, USED, HELD, USED]);
    expect(message.usage_metadata).toMatchObject({ input_tokens: 20, output_tokens: 5 });
    expect(message.response_metadata).toMatchObject({ usd: USED.usd });
  });

  it("books what it held where it is aborted after it was sent", async () => {
    const { used, budget } = ledger();
    const { model, seen } = await open(() => true, budget);
    const controller = new AbortController();
    const call = model.invoke(PROMPT, { signal: controller.signal });
    call.catch(() => {});
    await expect.poll(() => seen.length).toBe(1);
    controller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
    await expect.poll(() => used).toEqual([HELD]);
  });

  it("makes no further attempt that does not fit", async () => {
    const budget = createBudget({ maxUsd: null, maxTokens: 2 * HELD.tokens });
    const { model, seen } = await open((response) => answer(response, ""), budget);
    expect((await failureOf(model.invoke(PROMPT))).code).toBe("budget");
    expect(seen).toHaveLength(2);
  });

  it.each([
    null,
    { prompt_tokens: -1, completion_tokens: 5 },
    { prompt_tokens: "20", completion_tokens: 5 },
    { prompt_tokens: 1.5, completion_tokens: 5 },
    { ...USAGE, prompt_tokens_details: { cached_tokens: 21 } },
  ])("books what it held where its usage is %j", async (usage) => {
    const { used, budget } = ledger();
    const { model } = await open(
      (response, attempt) => answer(response, streamText({ attempt, usage })),
      budget,
    );
    const message = await model.invoke(PROMPT);
    expect(used).toEqual([HELD]);
    expect(message.usage_metadata).toBeUndefined();
    expect(message.response_metadata).toMatchObject({ usd: null });
  });

  it("books the provider's own figure before the price list's", async () => {
    const { used, budget } = ledger();
    const { model } = await open(
      (response, attempt) =>
        answer(response, streamText({ attempt, usage: { ...USAGE, cost: 0.5 } })),
      budget,
    );
    expect((await model.invoke(PROMPT)).response_metadata).toMatchObject({ usd: 0.5 });
    expect(used).toEqual([{ tokens: 25, usd: 0.5 }]);
  });
});

describe("an answer that the output limit has left empty", () => {
  it("is not asked for again", async () => {
    const { model, seen } = await open(
      (response, attempt) =>
        answer(response, streamText({ attempt, words: [""], finishReason: "length" })),
      ledger().budget,
    );
    const error = await failureOf(model.invoke(PROMPT));
    expect(error.message).toContain("the output limit left no text");
    expect(error.facts).toMatchObject({ kind: "no_room", attempts: 1 });
    expect(seen).toHaveLength(1);
  });
});

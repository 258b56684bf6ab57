import { describe, expect, it, onTestFinished } from "vitest";
import { readDeskChoice } from "#app/commands/analyze-request.ts";
import { readConfig } from "#app/config.ts";
import { type DeskParts, openDesk } from "#app/desk.ts";
import type { DeskChoice } from "#core/desk-choice.ts";
import { createBudget } from "#runtime/models/process-budget.ts";
import type { Rates } from "#runtime/rates/rates.ts";
import { startChatStub } from "../helpers/chat-completions-stub.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { startYahooStub } from "../helpers/yahoo-stub.ts";

const clock = { now: () => Date.parse("2025-03-03T18:00:00Z") };

/** A desk over stubs of a provider and of Yahoo. */
async function open(changes: Partial<DeskChoice>, parts: DeskParts) {
  const { origin, seen } = await startChatStub();
  const yahoo = await startYahooStub({ now: clock.now() });
  const config = readConfig({
    LOGS_DIR: await temporaryFolder(),
    OPENAI_API_KEY: "sk-test",
    OPENAI_BASE_URL: `${origin}/v1`,
    YAHOO_BASE_URL: yahoo.url,
  });
  const choice = { ...readDeskChoice({}), data: "yahoo", model: "gpt-4o", ...changes } as const;
  const desk = await openDesk(choice, config, clock, parts);
  onTestFinished(async () => {
    await desk.close();
    await yahoo.close();
  });
  return { ...desk, host: new URL(origin).host, seen, yahoo };
}

/** Rates that let everything through, and write down what was asked. */
function ledger() {
  const limits: string[] = [];
  const taken: string[] = [];
  const rates: Rates = {
    limit(name, perMinute) {
      limits.push(`${name} ${perMinute}`);
      return { take: async () => void taken.push(name) };
    },
    close: async () => {},
  };
  return { rates, limits, taken };
}

describe("a desk", () => {
  it("counts the requests to its provider and to Yahoo, each by its own limit", async () => {
    const { rates, limits, taken } = ledger();
    const choice = { maxPerMinute: 120, maxDataPerMinute: 60 };
    const { ports, host, yahoo } = await open(choice, { rates });
    await ports.open({ symbol: "AAPL", asOf: "2025-03-03" }, {});
    await ports.model("market_analyst").invoke("?");
    expect(limits.toSorted()).toEqual([`${host} 120`, "Yahoo 60"].toSorted());
    expect(taken).toEqual([...yahoo.requests.map(() => "Yahoo"), host]);
  });

  it("counts nothing where no limit was asked for", async () => {
    const { rates, limits } = ledger();
    await open({}, { rates });
    expect(limits).toEqual([]);
  });

  it("holds its models to the budget that it is given", async () => {
    const budget = createBudget({ maxTokens: 1, maxUsd: null });
    const { ports, seen } = await open({}, { budget });
    const call = ports.model("market_analyst").invoke("?");
    await expect(call).rejects.toMatchObject({ code: "budget" });
    expect(seen).toEqual([]);
  });
});

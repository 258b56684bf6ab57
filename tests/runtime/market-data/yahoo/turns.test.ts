import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { DeskError } from "#core/errors.ts";
import { createHttp } from "#runtime/http.ts";
import type { YahooOptions } from "#runtime/market-data/yahoo/client.ts";
import { createYahooMarketData } from "#runtime/market-data/yahoo/market-data.ts";
import { untilAborted } from "#runtime/until-aborted.ts";
import { NOW } from "../../../helpers/yahoo-market.ts";
import { startYahooStub } from "../../../helpers/yahoo-stub.ts";

const query = { asOf: "2025-03-03", from: "2025-02-24" };
const symbols = ["AAPL", "MSFT", "NVDA", "TSLA"];

/** The adapter over the stub, on a clock that its waits move. */
async function open(options: Partial<YahooOptions> = {}) {
  const stub = await startYahooStub({ now: NOW });
  const http = createHttp({ allowedHosts: ["127.0.0.1"] });
  const waits: number[] = [];
  const market = createYahooMarketData({
    fetch: http.fetch,
    baseUrl: stub.url,
    clock: { now: () => NOW + waits.reduce((sum, ms) => sum + ms, 0) },
    wait: async (ms) => void waits.push(ms),
    ...options,
  });
  onTestFinished(async () => {
    await http.close();
    await stub.close();
  });
  const histories = () =>
    Promise.all(symbols.map((symbol) => market.history({ ...query, symbol })));
  return { market, stub, waits, histories };
}

describe("the requests to Yahoo", () => {
  it("are all held back while one is told to come back later", async () => {
    const time = { now: NOW };
    const gate = Promise.withResolvers<void>();
    const held: number[] = [];
    const { market, stub, histories } = await open({
      clock: { now: () => time.now },
      wait: (ms) => {
        held.push(ms);
        return gate.promise;
      },
    });
    stub.fail({ status: 429, headers: { "retry-after": "7" } }, { on: "chart" });
    const refused = market.history({ ...query, symbol: "ACME" });
    await expect.poll(() => held).toEqual([7_000]);
    const others = histories();
    await expect.poll(() => held).toEqual(Array(5).fill(7_000));
    expect(stub.requests).toHaveLength(1);
    time.now += 7_000;
    gate.resolve();
    expect((await refused).symbol).toBe("ACME");
    expect(await others).toHaveLength(4);
    expect(stub.requests).toHaveLength(6);
  });

  it("are held back for a minute at most, also where the refused one is given up", async () => {
    const { market, stub, waits, histories } = await open({ concurrency: 1 });
    stub.fail({ status: 503, headers: { "retry-after": "50" } }, { on: "chart" });
    const given = market.history({ ...query, symbol: "ACME" });
    const held = histories();
    await expect(given).rejects.toMatchObject({ facts: { retryAfterSeconds: 50 } });
    expect(await held).toHaveLength(4);
    expect(waits).toEqual([50_000]);
    stub.fail({ status: 503, headers: { "retry-after": "61" } }, { on: "chart" });
    await expect(market.history({ ...query, symbol: "ACME" })).rejects.toThrow("wait 61 s");
    expect(await histories()).toHaveLength(4);
    expect(waits).toEqual([50_000]);
  });

  it("are fewer at once after a refusal", async () => {
    let inFlight = 0;
    let most = 0;
    const http = createHttp({ allowedHosts: ["127.0.0.1"] });
    onTestFinished(() => http.close());
    const fetch: typeof globalThis.fetch = async (input, init) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      try {
        return await http.fetch(input, init);
      } finally {
        inFlight -= 1;
      }
    };
    const { market, stub, histories } = await open({ concurrency: 2, fetch });
    stub.fail({ status: 429 }, { on: "chart" });
    await market.history({ ...query, symbol: "ACME" });
    most = 0;
    await histories();
    expect(most).toBe(1);
  });

  it("are each counted by the rate, those of the session and further tries too", async () => {
    let taken = 0;
    const rate = {
      take: async () => {
        taken += 1;
      },
    };
    const { market, stub } = await open({ rate });
    stub.fail({ status: 429 }, { on: "quote" });
    await market.quote({ ...query, symbol: "AAPL" });
    expect(stub.requests.length).toBeGreaterThan(3);
    expect(taken).toBe(stub.requests.length);
  });

  it("have their whole time after the wait for the rate", async () => {
    const rate = { take: () => delay(150) };
    const { market } = await open({ rate, deadlineMs: 100, clock: { now: Date.now } });
    expect(await market.history({ ...query, symbol: "AAPL" })).toMatchObject({ symbol: "AAPL" });
  });

  it("end when they are told to, also those that wait", async () => {
    const closing = new AbortController();
    const rate = {
      take: (signal?: AbortSignal) => untilAborted(new Promise<void>(() => {}), signal),
    };
    const { stub, histories } = await open({ rate, signal: closing.signal });
    const asked = histories();
    closing.abort(new DeskError("interrupted", "closed"));
    await expect(asked).rejects.toMatchObject({ code: "interrupted" });
    expect(stub.requests).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { DeskError, type ErrorCode } from "#core/errors.ts";
import { historyWindow } from "#core/history-window.ts";
import type { HistoryQuery, MarketData } from "#core/ports.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createMarketOpener, type MarketChoice } from "#runtime/market-data/fallback.ts";
import { stubMarket } from "./stub-market.ts";

const query = { symbol: "AAPL", asOf: "2026-11-20" };

const answering = stubMarket({
  history: (asked) => createDemoMarketData().history(asked),
});
const failing = (error: Error) =>
  stubMarket({
    history: async () => {
      throw error;
    },
  });
const unreachable = failing(
  new DeskError("unreachable", "Yahoo Finance cannot be reached.", {
    facts: { code: "ENOTFOUND", host: "query2.finance.yahoo.com" },
  }),
);
const hanging = stubMarket({ history: () => new Promise(() => {}) });

function opener(yahoo: MarketData, choice: Partial<MarketChoice> = {}) {
  return createMarketOpener({
    mode: "auto",
    yahoo,
    demo: createDemoMarketData(),
    mayFallBack: true,
    answers: () => 0,
    wait: () => new Promise(() => {}),
    ...choice,
  });
}
/** Time that is over at once. */
const late = { wait: async () => {} };

describe("opening the market", () => {
  it("is Yahoo's, with nothing to say, where Yahoo answers", async () => {
    for (const mode of ["auto", "yahoo"] as const) {
      expect(await opener(answering, { mode }).open(query)).toEqual({
        source: "yahoo",
        synthetic: false,
        notice: null,
      });
    }
  });

  it("asks for the window of prices that every analyst shares", async () => {
    const asked: HistoryQuery[] = [];
    const market = stubMarket({
      history: (one) => {
        asked.push(one);
        return answering.history(one);
      },
    });
    await opener(market).open(query);
    expect(asked).toEqual([historyWindow("AAPL", "2026-11-20")]);
    expect(asked[0]?.from).toBe("2024-11-20");
  });

  it("falls back to the demo market where Yahoo is unreachable, and says so", async () => {
    expect(await opener(unreachable).open(query)).toEqual({
      source: "demo",
      synthetic: true,
      notice:
        "SYNTHETIC DATA: Yahoo Finance could not be reached (ENOTFOUND query2.finance.yahoo.com); every figure is from the demo market.",
    });
  });

  it("falls back where Yahoo gives no answer in time", async () => {
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
    };
    expect(await opener(hanging, { wait }).open(query)).toEqual({
      source: "demo",
      synthetic: true,
      notice:
        "SYNTHETIC DATA: Yahoo Finance could not be reached (no answer within 3 s); every figure is from the demo market.",
    });
    expect(waits).toEqual([3_000]);
  });

  it("stays with a Yahoo that has answered, if only to ask for patience", async () => {
    const counts = [0, 1];
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = stubMarket({
      history: async (asked) => {
        await promise;
        return answering.history(asked);
      },
    });
    const opened = opener(slow, { ...late, answers: () => counts.shift() ?? 1 }).open(query);
    await new Promise((done) => setImmediate(done));
    resolve();
    expect(await opened).toMatchObject({ source: "yahoo", synthetic: false });
  });

  it("gives --data yahoo as long as Yahoo's own deadline", async () => {
    const never = { wait: () => Promise.reject(new Error("no timer is needed")) };
    expect(await opener(answering, { mode: "yahoo", ...never }).open(query)).toMatchObject({
      source: "yahoo",
    });
  });

  it("lets a request fail unheard after its time is over", async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const market = stubMarket({ history: () => promise });
    expect(await opener(market, late).open(query)).toMatchObject({ source: "demo" });
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on("unhandledRejection", hear);
    reject(new Error("too late for anyone"));
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", hear);
    expect(unheard).toEqual([]);
  });

  it("ends the request and the timer that it no longer needs", async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const market = stubMarket({
      history: (_one, options) => {
        signals.push(options?.signal);
        return new Promise(() => {});
      },
    });
    await opener(market, late).open(query);
    expect(signals[0]?.aborted).toBe(true);

    const timers: AbortSignal[] = [];
    const wait = (_ms: number, signal: AbortSignal) => {
      timers.push(signal);
      return new Promise<void>(() => {});
    };
    await opener(answering, { wait }).open(query);
    expect(timers[0]?.aborted).toBe(true);
  });

  it("spends no money on synthetic data: an error with the ways out instead", async () => {
    for (const [market, time] of [
      [unreachable, {}],
      [hanging, late],
    ] as const) {
      const opened = opener(market, { mayFallBack: false, ...time }).open(query);
      await expect(opened).rejects.toMatchObject({ code: "unreachable" });
      await expect(opened).rejects.toThrow(/Money is not spent.*--data demo.*--model rules/);
    }
  });

  it("with --data yahoo is never the demo market", async () => {
    const opened = opener(unreachable, { mode: "yahoo" }).open(query);
    await expect(opened).rejects.toThrow(/could not be reached \(.*--data demo/);
  });

  it("passes an unknown symbol on as it is", async () => {
    const unknown = new DeskError("unknown_symbol", "AAPLX is not known.");
    for (const mode of ["auto", "yahoo"] as const) {
      await expect(opener(failing(unknown), { mode }).open(query)).rejects.toBe(unknown);
    }
  });

  for (const code of ["rate_limited", "upstream", "bad_response"] as const satisfies ErrorCode[]) {
    it(`does not fall back on ${code}, since Yahoo was reached`, async () => {
      const opened = opener(failing(new DeskError(code, "Yahoo said no."))).open(query);
      await expect(opened).rejects.toMatchObject({ code });
      await expect(opened).rejects.toThrow(/^Yahoo said no\. .*was reached.*--data demo/);
    });
  }

  it("passes on an error that is none of the desk's own", async () => {
    const bug = new TypeError("x is not a function");
    await expect(opener(failing(bug)).open(query)).rejects.toBe(bug);
  });

  it("takes a history without a bar for an unknown symbol, and names symbol and day", async () => {
    const empty = stubMarket({
      history: async (asked) => ({ ...(await answering.history(asked)), candles: [] }),
    });
    const opened = opener(empty).open(query);
    await expect(opened).rejects.toMatchObject({ code: "unknown_symbol" });
    await expect(opened).rejects.toThrow(/AAPL.*2026-11-20/);
  });

  it("says when the demo market opens where it is asked for a day before", async () => {
    const before = { symbol: "AAPL", asOf: "2005-01-05" };
    for (const opened of [
      opener(answering, { mode: "demo" }).open(before),
      opener(unreachable).open(before),
    ]) {
      await expect(opened).rejects.toMatchObject({ code: "not_available_then" });
      await expect(opened).rejects.toThrow(/2005-01-05: the demo market opens on 2010-01-04/);
    }
  });

  it("with --data demo asks Yahoo nothing and says why figures are synthetic", async () => {
    const opened = await opener(failing(new Error("asked")), { mode: "demo" }).open(query);
    expect(opened).toEqual({
      source: "demo",
      synthetic: true,
      notice: "SYNTHETIC DATA: asked for by --data demo; every figure is from the demo market.",
    });
  });

  it("rejects with the reason of a caller that leaves, whatever the source does", async () => {
    const reason = new DeskError("interrupted", "stopped");
    const controller = new AbortController();
    const opened = opener(hanging).open(query, { signal: controller.signal });
    controller.abort(reason);
    await expect(opened).rejects.toBe(reason);
    const early = opener(answering).open(query, { signal: AbortSignal.abort(reason) });
    await expect(early).rejects.toBe(reason);
  });
});

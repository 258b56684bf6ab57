import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import type { HistoryQuery } from "#core/ports.ts";
import { scoreKept } from "#runtime/memory/score-kept.ts";
import { history, kept } from "../../core/review/examples.ts";
import { type FakeParts, fakeMarket } from "../../helpers/fake-market.ts";

const rising = history("ACME", { "2024-01-31": 100, "2024-02-29": 110 });
const histories = {
  ACME: rising,
  PEER: { ...rising, symbol: "PEER" },
  "^GSPC": history("^GSPC", { "2024-01-31": 100, "2024-02-29": 104 }),
};
const terms = { benchmark: "^GSPC", asOf: "2024-02-29" };

/** A market that keeps note of the histories it was asked for. */
function market(parts: Partial<FakeParts> = {}) {
  const asked: string[] = [];
  const inner = fakeMarket({ histories, ...parts });
  return {
    asked,
    ...inner,
    history: (query: HistoryQuery, options?: object) => {
      asked.push(`${query.symbol} ${query.from} ${query.asOf}`);
      return inner.history(query, options);
    },
  };
}

describe("the scoring of kept decisions", () => {
  it("gives each decision its outcome, in their order", async () => {
    const decisions = [kept(), kept({ horizon: "3m" }), kept({ symbol: "PEER", action: "sell" })];
    const { reviewed, unread } = await scoreKept({ decisions, market: market(), ...terms });
    expect(reviewed.map(({ decision }) => decision)).toEqual(decisions);
    expect(reviewed.map(({ outcome }) => outcome)).toMatchObject([
      { kind: "scored", score: { excessPercent: expect.closeTo(6), hit: true } },
      { kind: "waiting", until: "2024-04-30" },
      { kind: "scored", score: { hit: false } },
    ]);
    expect(unread).toEqual([]);
  });

  it("asks for each symbol once, from before its earliest decision, up to the day of the review", async () => {
    const decisions = [kept({ asOf: "2024-01-30" }), kept(), kept({ asOf: "2020-06-01" })];
    const source = market();
    await scoreKept({ decisions, market: source, ...terms });
    expect(source.asked).toEqual(["ACME 2020-05-18 2024-02-29", "^GSPC 2020-05-18 2024-02-29"]);
  });

  it("asks for nothing while every decision waits", async () => {
    const source = market();
    const decisions = [kept({ horizon: "12m" })];
    await scoreKept({ decisions, market: source, ...terms });
    await scoreKept({ decisions: [], market: source, ...terms });
    expect(source.asked).toEqual([]);
  });

  it("asks for all histories at once", async () => {
    const source = market();
    const waiting: (() => void)[] = [];
    const slow = {
      ...source,
      history: async (query: HistoryQuery) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return source.history(query);
      },
    };
    const done = scoreKept({
      decisions: [kept(), kept({ symbol: "PEER" })],
      market: slow,
      ...terms,
    });
    await Promise.resolve();
    expect(waiting).toHaveLength(3);
    for (const release of waiting) release();
    expect((await done).reviewed).toHaveLength(2);
  });

  it("leaves the decisions of a history that fails unscored, with its words, and scores the rest", async () => {
    const broken = market({
      onRead: (_method, { symbol }) => {
        if (symbol === "PEER") throw new DeskError("unreachable", "the network is down");
      },
    });
    const decisions = [kept(), kept({ symbol: "PEER" }), kept({ symbol: "PEER", horizon: "6m" })];
    const { reviewed, unread } = await scoreKept({ decisions, market: broken, ...terms });
    const why = "prices of PEER could not be read: the network is down";
    expect(reviewed.map(({ outcome }) => outcome)).toMatchObject([
      { kind: "scored" },
      { kind: "unscorable", why },
      { kind: "waiting" },
    ]);
    expect(unread).toEqual([why]);
  });

  it("leaves all unscored without the benchmark", async () => {
    const broken = market({
      onRead: (_method, { symbol }) => {
        if (symbol === "^GSPC") throw new DeskError("timeout", "too slow");
      },
    });
    const { reviewed } = await scoreKept({ decisions: [kept()], market: broken, ...terms });
    expect(reviewed[0]?.outcome).toEqual({
      kind: "unscorable",
      why: "prices of ^GSPC could not be read: too slow",
    });
  });

  it("is not changed by bars that are planted after the day of the review", async () => {
    const planted = Object.fromEntries(
      Object.entries(histories).map(([symbol, known]) => {
        const later = history(symbol, { "2024-03-01": 99_999 }).candles;
        return [symbol, { ...known, candles: [...known.candles, ...later] }];
      }),
    );
    const decisions = [kept(), kept({ asOf: "2024-02-28", horizon: "1w" })];
    const before = await scoreKept({ decisions, market: market(), ...terms });
    const after = await scoreKept({ decisions, market: market({ histories: planted }), ...terms });
    expect(after).toEqual(before);
    expect(before.reviewed[1]?.outcome.kind).toBe("waiting");
  });

  it("ends with the signal's reason when it is aborted", async () => {
    const stop = new AbortController();
    const aborting = market({ onRead: () => stop.abort(new Error("interrupted")) });
    const failing = {
      ...aborting,
      history: async (query: HistoryQuery) => {
        await aborting.history(query);
        throw stop.signal.reason;
      },
    };
    const scoring = scoreKept(
      { decisions: [kept()], market: failing, ...terms },
      { signal: stop.signal },
    );
    await expect(scoring).rejects.toThrow("interrupted");
  });
});

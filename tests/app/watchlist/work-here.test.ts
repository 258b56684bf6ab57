import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "#app/config.ts";
import { type WorkHereOptions, workHere } from "#app/watchlist/work-here.ts";
import { DeskError } from "#core/errors.ts";
import { entryOf } from "#core/watchlist/row.ts";
import type { RunNews } from "#core/watchlist/run-news.ts";
import { systemClock } from "#runtime/clock.ts";
import { openStore } from "#runtime/store/open-store.ts";
import { result } from "../../core/examples.ts";
import { configuration, planned } from "../../core/run-examples.ts";
import { demoPorts } from "../../helpers/analysis.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const SYMBOLS = ["AAPL", "MSFT", "NVDA", "AMD"];
const SECRET = "sk-canary-0123456789";

/** What a test lets happen when a run opens its market, which is the first thing that it does. */
type Opening = (symbol: string, signal: AbortSignal | undefined) => Promise<void>;

/** A list of four that is planned in a store of its own, and how it is worked on. */
async function listed(opening: Opening, options: Partial<WorkHereOptions> = {}) {
  const logsDir = await temporaryFolder();
  const store = await openStore({ url: null, folder: logsDir, clock: systemClock, secrets: [] });
  onTestFinished(() => store.close());
  const runs = SYMBOLS.map((symbol, position) =>
    planned({
      id: symbol,
      configuration: configuration({ symbol, analysts: ["market", "risk"] }),
      list: { id: "list", position },
    }),
  );
  await store.runs.plan(runs);
  const desk = {
    model: "test",
    ports: demoPorts({
      async open({ symbol }, { signal } = {}) {
        await opening(symbol, signal);
        return { source: "demo", synthetic: true, notice: null };
      },
    }),
    remember: async () => {},
    close: async () => {},
  };
  const config = readConfig({ LOGS_DIR: logsDir, OPENAI_API_KEY: SECRET });
  const news: RunNews[] = [];
  const stop = new AbortController();
  const work = async (
    onNews: (told: RunNews) => void = () => {},
    signal: AbortSignal = stop.signal,
  ) => {
    const all = await store.runs.runs({ list: "list" });
    await workHere(
      { desk, store, config },
      { atOnce: 4, ...options },
    )({
      list: "list",
      runs: all.filter(({ state }) => state !== "done"),
      signal,
      onNews(told) {
        news.push(told);
        onNews(told);
      },
    });
  };
  const records = () => store.runs.runs({ list: "list" });
  const entries = async () => (await records()).map(entryOf);
  const states = async () => (await records()).map(({ state }) => state);
  return { store, work, stop, news, records, entries, states };
}

const timeOver = () => new DeskError("timeout", "the list's time was over");

describe("a list that is worked on here", () => {
  it("stands in its order, whichever run was done first", async () => {
    const othersDone = Promise.withResolvers<void>();
    const list = await listed((symbol) => (symbol === "AAPL" ? othersDone.promise : wait(0)));
    const ended: string[] = [];
    await list.work(({ symbol, state }) => {
      if (state === "done") ended.push(symbol);
      if (ended.length === SYMBOLS.length - 1) othersDone.resolve();
    });
    expect(ended.at(-1)).toBe("AAPL");
    expect(await list.entries()).toEqual(
      SYMBOLS.map((symbol) => ({ symbol, status: "done", reason: null, ms: expect.any(Number) })),
    );
    const row = await list.store.runs.read("MSFT");
    expect(row?.result).toMatchObject({ symbol: "MSFT", gaps: [] });
  });

  it("has as many runs at work at once as it may, and no more", async () => {
    const mostAtOnce = async (atOnce: number) => {
      let [open, most] = [0, 0];
      const full = Promise.withResolvers<void>();
      const list = await listed(
        async () => {
          open += 1;
          most = Math.max(most, open);
          if (open === atOnce) full.resolve();
          // However long the others take to come; and then long enough for one too many.
          await Promise.race([full.promise, wait(5_000)]);
          await wait(20);
          open -= 1;
        },
        { atOnce },
      );
      await list.work();
      return most;
    };
    expect(await mostAtOnce(3)).toBe(3);
    expect(await mostAtOnce(1)).toBe(1);
  });

  it("goes on when one of them fails, which says why and hides what is secret", async () => {
    const list = await listed(async (symbol) => {
      if (symbol === "MSFT") throw new DeskError("unreachable", `no way with key ${SECRET}`);
    });
    await list.work();
    expect(await list.states()).toEqual(["done", "failed", "done", "done"]);
    const [, failed] = await list.entries();
    expect(failed?.reason).toMatch(/^no way with key /);
    const told = JSON.stringify([await list.records(), list.news]);
    expect(told).not.toContain("canary");
    expect(list.news).toContainEqual(
      expect.objectContaining({ symbol: "MSFT", state: "failed", usage: null }),
    );
  });

  it("ends with a mistake in the settings, which no other run could survive", async () => {
    const opened: string[] = [];
    const list = await listed(
      async (symbol) => {
        opened.push(symbol);
        throw new DeskError("configuration", "the key is wrong");
      },
      { atOnce: 1 },
    );
    await expect(list.work()).rejects.toThrow("the key is wrong");
    expect(opened).toEqual(["AAPL"]);
    expect(await list.states()).toEqual(["interrupted", "skipped", "skipped", "skipped"]);
    const [, skipped] = await list.entries();
    expect(skipped).toMatchObject({ reason: "the key is wrong: it was not begun", ms: null });
  });

  it("keeps what is finished when its time is over, and says so of the rest", async () => {
    const list = await listed(
      (symbol, signal) => wait(symbol === "NVDA" ? 60_000 : 0, undefined, { signal }),
      { atOnce: 1 },
    );
    await list.work(({ symbol, state }) => {
      if (symbol === "NVDA" && state === "running") {
        setTimeout(() => list.stop.abort(timeOver()), 50);
      }
    });
    expect(await list.entries()).toEqual([
      { symbol: "AAPL", status: "done", reason: null, ms: expect.any(Number) },
      { symbol: "MSFT", status: "done", reason: null, ms: expect.any(Number) },
      {
        symbol: "NVDA",
        status: "timeout",
        reason: "the list's time was over",
        ms: expect.any(Number),
      },
      {
        symbol: "AMD",
        status: "skipped",
        reason: "the list's time was over: it was not begun",
        ms: null,
      },
    ]);
  });

  it("leaves a run to itself that does not react to an interruption, and records its end", async () => {
    const list = await listed(
      (symbol) => (symbol === "MSFT" ? new Promise<void>(() => {}) : wait(0)),
      { atOnce: 2, graceMs: 50 },
    );
    await list.work(({ symbol, state }) => {
      if (symbol === "AMD" && state === "done") list.stop.abort(new Error("interrupted"));
    });
    expect(await list.states()).toEqual(["done", "interrupted", "done", "done"]);
    expect((await list.entries())[1]).toMatchObject({ status: "skipped", reason: "interrupted" });
  });

  it("is gone on with where it was interrupted, and nothing finished is done again", async () => {
    const opened: string[] = [];
    let slow = true;
    const list = await listed(
      async (symbol, signal) => {
        opened.push(symbol);
        if (slow && symbol === "NVDA") await wait(60_000, undefined, { signal });
      },
      { atOnce: 1 },
    );
    await list.work(({ symbol, state }) => {
      if (symbol === "NVDA" && state === "running") {
        setTimeout(() => list.stop.abort(new Error("interrupted")), 50);
      }
    });
    expect(await list.states()).toEqual(["done", "done", "interrupted", "skipped"]);
    expect(opened).toEqual(["AAPL", "MSFT", "NVDA"]);

    slow = false;
    opened.length = 0;
    await list.work(() => {}, new AbortController().signal);
    expect(opened).toEqual(["NVDA", "AMD"]);
    expect(await list.states()).toEqual(["done", "done", "done", "done"]);
    expect((await list.records()).map(({ attempt }) => attempt)).toEqual([1, 1, 2, 1]);
  });

  it("is gone on with where one has failed, which is tried again", async () => {
    const opened: string[] = [];
    let reachable = false;
    const list = await listed(async (symbol) => {
      opened.push(symbol);
      if (symbol === "MSFT" && !reachable) throw new DeskError("unreachable", "no way");
    });
    await list.work();
    expect(await list.states()).toEqual(["done", "failed", "done", "done"]);

    reachable = true;
    opened.length = 0;
    await list.work();
    expect(opened).toEqual(["MSFT"]);
    expect(await list.states()).toEqual(["done", "done", "done", "done"]);
    expect((await list.records())[1]).toMatchObject({ attempt: 2, error: null });
  });

  it("ends with a database that is gone, and does not wait for it again", async () => {
    const list = await listed(async () => {}, { atOnce: 2 });
    const gone = new DeskError("storage", "the database is gone");
    const claim = list.store.runs.claim;
    const never = () => new Promise<never>(() => {});
    const broken = {
      claim: async (id: string) => {
        const claimed = await claim(id);
        return claimed && { ...claimed, stepStarted: async () => Promise.reject(gone), end: never };
      },
      endWaiting: never,
    };
    Object.assign(list.store.runs, broken);
    await expect(list.work()).rejects.toThrow("the database is gone");
    expect(list.news.map(({ state }) => state)).not.toContain("done");
  });

  it("waits for a run that somebody else holds, and takes what it has come to", async () => {
    const opened: string[] = [];
    const list = await listed(async (symbol) => void opened.push(symbol));
    const held = await list.store.runs.claim("MSFT");
    setTimeout(() => held?.end({ state: "done", result: result({ symbol: "MSFT" }) }), 100);
    await list.work();
    expect(opened.toSorted()).toEqual(["AAPL", "AMD", "NVDA"]);
    expect(await list.states()).toEqual(["done", "done", "done", "done"]);
    expect(list.news.filter(({ symbol }) => symbol === "MSFT")).toEqual([
      expect.objectContaining({ state: "done", error: null }),
    ]);
  });
});

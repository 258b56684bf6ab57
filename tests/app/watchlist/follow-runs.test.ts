import { expect, it } from "vitest";
import { followRuns } from "#app/watchlist/follow-runs.ts";
import { LIST, plannedList } from "./planned-list.ts";

async function followed(...tickers: readonly string[]) {
  const list = await plannedList(...tickers);
  const news: string[] = [];
  const following = followRuns(
    LIST,
    list.runs,
    list.store,
    list.clock,
    ({ symbol, state, error }) => {
      news.push([symbol, state, error].filter((part) => part !== null).join(" "));
    },
  );
  return { ...list, following, news };
}

it("each change is told once, and a run that waits is no news", async () => {
  const { following, news, begin } = await followed("AAPL", "MSFT");
  await following.look();
  const claim = await begin("MSFT");
  await following.look();
  await following.look();
  await claim.end({ state: "failed", error: "no data" });
  await following.look();
  await following.look();
  expect(news).toEqual(["MSFT running", "MSFT failed no data"]);
  expect(following.unfinished().map(({ id }) => id)).toEqual(["AAPL"]);
});

it("a run that ends between two looks is told with its end alone", async () => {
  const { following, news, begin } = await followed("AAPL");
  await (await begin("AAPL")).end({ state: "failed", error: "no data" });
  await following.look();
  expect(news).toEqual(["AAPL failed no data"]);
});

it("a run whose record was removed has failed", async () => {
  const { following, news, store } = await followed("AAPL", "MSFT");
  await store.remove(["AAPL"]);
  await following.look();
  expect(news).toEqual(["AAPL failed its record was removed while the list was worked on"]);
  expect(following.unfinished().map(({ id }) => id)).toEqual(["MSFT"]);
});

it("a run that had ended when it was asked for again is awaited until it ends anew", async () => {
  const { store, clock, begin, pass } = await plannedList("AAPL");
  await (await begin("AAPL")).end({ state: "interrupted", error: "interrupted" });
  const runs = await store.runs({ list: LIST });
  const news: string[] = [];
  const following = followRuns(LIST, runs, store, clock, ({ state }) => void news.push(state));
  await following.look();
  expect(news).toEqual([]);
  pass(1_000);
  await (await begin("AAPL")).end({ state: "failed", error: "no data" });
  await following.look();
  expect(news).toEqual(["failed"]);
});

it("it is looked until all have ended", async () => {
  const { following, news, begin } = await followed("AAPL");
  const claim = await begin("AAPL");
  const ended = following.untilEnded(new AbortController().signal);
  await claim.end({ state: "failed", error: "no data" });
  await ended;
  expect(news.at(-1)).toBe("AAPL failed no data");
});

it("it is looked no more once the signal is aborted, which is no error", async () => {
  const { following } = await followed("AAPL");
  const stop = new AbortController();
  const ended = following.untilEnded(stop.signal);
  stop.abort(new Error("interrupted"));
  await expect(ended).resolves.toBeUndefined();
  expect(following.unfinished()).toHaveLength(1);
});

it("who cannot look says so", async () => {
  const { runs, store, clock } = await plannedList("AAPL");
  const gone = { ...store, runs: () => Promise.reject(new Error("the database is gone")) };
  const following = followRuns(LIST, runs, gone, clock, () => {});
  await expect(following.untilEnded(new AbortController().signal)).rejects.toThrow("is gone");
});

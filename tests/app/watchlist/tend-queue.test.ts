import { expect, it, onTestFinished, vi } from "vitest";
import { enqueue, tendQueue } from "#app/watchlist/tend-queue.ts";
import { fakeQueue } from "./fake-queue.ts";
import { plannedList } from "./planned-list.ts";

const OFTEN_MS = 5;
const SOME_TIMES = 20;

/** A list that is tended until the test ends, by a queue that others may be busy at too. */
async function tended({ elsewhere = 0, tickers = ["AAPL", "MSFT"] } = {}) {
  const list = await plannedList(...tickers);
  const queue = fakeQueue(elsewhere);
  await enqueue(queue, list.runs);
  const looks = vi.spyOn(queue, "states");
  const said: string[] = [];
  const stop = new AbortController();
  const parts = { queue, store: list.store, unfinished: () => list.runs };
  const warn = (text: string) => void said.push(text);
  const tending = tendQueue({ ...parts, warn }, stop.signal, OFTEN_MS);
  onTestFinished(async () => {
    stop.abort();
    await tending;
  });
  /** Lets it look a few times more. */
  const later = () => {
    const until = looks.mock.calls.length + SOME_TIMES;
    return vi.waitUntil(() => looks.mock.calls.length > until, { timeout: 5_000, interval: 2 });
  };
  return { ...list, queue, said, later };
}

it("a run that the queue has lost is enqueued again, also while others are at work", async () => {
  const { queue, later } = await tended({ elsewhere: 3 });
  queue.standing.set("AAPL", "active");
  queue.standing.delete("MSFT");
  await later();
  expect(queue.added).toEqual([["AAPL", "MSFT"], ["MSFT"]]);
});

it("a run that has just ended, and is in the queue no more, is not enqueued again", async () => {
  const list = await plannedList("AAPL");
  const queue = fakeQueue();
  let looked = 0;
  const stop = new AbortController();
  await tendQueue(
    {
      queue,
      store: list.store,
      warn: () => {},
      unfinished() {
        looked += 1;
        if (looked === 3) stop.abort();
        return looked === 1 ? list.runs : [];
      },
    },
    stop.signal,
    OFTEN_MS,
  );
  expect(queue.added).toEqual([]);
});

it("a run that was given up ends as failed with its reason, the others go on", async () => {
  const { queue, later, states } = await tended();
  queue.standing.set("AAPL", "failed");
  queue.reasons.set("AAPL", "no such thing");
  await later();
  expect(await states()).toEqual([
    ["AAPL", "failed", "no such thing"],
    ["MSFT", "waiting", null],
  ]);
});

it("where no worker is at all, that is said once", async () => {
  const { said, later } = await tended();
  await later();
  expect(said).toEqual([expect.stringMatching(/^Nobody takes the runs: start workers/)]);
});

it("where workers refuse the runs, their reason is said once, also while others are at work", async () => {
  const { queue, said, later } = await tended({ elsewhere: 2 });
  queue.reasons.set("MSFT", "benchmark differs.");
  await later();
  expect(said).toEqual(["Workers leave the runs to others: benchmark differs. Waiting."]);
});

it("nothing is said while a run of the list is at work, nor while workers are busy with another", async () => {
  const working = await tended();
  working.queue.standing.set("AAPL", "active");
  const behind = await tended({ elsewhere: 1 });
  await Promise.all([working.later(), behind.later()]);
  expect([...working.said, ...behind.said]).toEqual([]);
});

it("a run that a worker has refused and another taken stops the warning", async () => {
  const { queue, said, later } = await tended({ tickers: ["AAPL"] });
  queue.reasons.set("AAPL", "no key.");
  await later();
  queue.standing.set("AAPL", "active");
  await later();
  queue.standing.set("AAPL", "waiting");
  await later();
  expect(said).toHaveLength(2);
});

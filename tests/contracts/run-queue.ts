import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { QueueWork, RunQueue, TakenRun } from "#core/run-queue.ts";
import type { QueuePlace } from "#runtime/queue/open-backend.ts";
import { openRunQueue } from "#runtime/queue/open-queue.ts";
import { startQueueWorker } from "#runtime/queue/worker.ts";

/** Long enough for a run to be tried again. */
const PATIENCE = { timeout: 15_000, interval: 20 };

/**
 * What every place of the queue must do.
 *
 * @param emptyPlace a place with nothing in it
 */
export function describeRunQueue(emptyPlace: () => Promise<QueuePlace>): void {
  const openQueue = async (): Promise<[RunQueue, QueuePlace]> => {
    const place = await emptyPlace();
    const queue = await openRunQueue(place);
    onTestFinished(() => queue.close());
    return [queue, place];
  };

  describe("for whoever puts runs into it", () => {
    it("runs wait in the order in which they were added", async () => {
      const [queue] = await openQueue();
      await queue.add(runs("one", "two", "three"));
      const waiting = await queue.jobs("waiting", 2);
      expect(waiting.map(({ runId }) => runId)).toEqual(["one", "two"]);
      expect(waiting[0]).toMatchObject({
        state: "waiting",
        worker: null,
        attempt: 0,
        reason: null,
      });
      expect(await queue.counts()).toEqual({ waiting: 3, active: 0, failed: 0 });
    });

    it("a run that is added twice is there once", async () => {
      const [queue] = await openQueue();
      await queue.add(runs("one"));
      await queue.add(runs("one", "two"));
      expect(await queue.counts()).toMatchObject({ waiting: 2 });
    });

    it("a run that is taken back is not there any more, and one that is not there is no error", async () => {
      const [queue] = await openQueue();
      await queue.add(runs("one", "two"));
      await queue.remove(["one", "unknown"]);
      expect((await queue.jobs("waiting", 9)).map(({ runId }) => runId)).toEqual(["two"]);
    });

    it("eight may open it at once where it has never been", async () => {
      const place = await emptyPlace();
      const opened = await Promise.all(Array.from({ length: 8 }, () => openRunQueue(place)));
      onTestFinished(async () => {
        await Promise.all(opened.map((queue) => queue.close()));
      });
      await Promise.all(opened.map((queue, index) => queue.add(runs(`run-${index}`))));
      expect(await opened[0]?.counts()).toMatchObject({ waiting: 8 });
    });
  });

  describe("for whoever takes runs out of it", () => {
    it("each run is taken once, the first first, and forgotten when it is done", async () => {
      const [queue, place] = await openQueue();
      const taken: TakenRun[] = [];
      await queue.add([{ runId: "one", endedAt: 7 }, ...runs("two")]);
      const perform = async (run: TakenRun) => {
        taken.push(run);
      };
      for (const worker of ["a", "b"]) await startTaking(place, { worker, perform });
      await vi.waitFor(async () => expect(await queue.counts()).toEqual(NOTHING), PATIENCE);
      expect(taken.map(({ runId, endedAt }) => [runId, endedAt])).toEqual([
        ["one", 7],
        ["two", null],
      ]);
    });

    it("no more runs than asked for are taken at once, and it is seen who has them", async () => {
      const [queue, place] = await openQueue();
      await queue.add(runs("one", "two", "three"));
      const { promise: end, resolve } = Promise.withResolvers<void>();
      await startTaking(place, { worker: "here", atOnce: 2, perform: () => end });
      await vi.waitFor(async () => {
        expect(await queue.counts()).toEqual({ waiting: 1, active: 2, failed: 0 });
      }, PATIENCE);
      expect(await queue.jobs("active", 1)).toMatchObject([{ worker: "here", attempt: 1 }]);
      await queue.remove(["one"]);
      expect(await queue.counts()).toMatchObject({ active: 2 });
      resolve();
    });

    it("what a worker that stops has in hand goes on elsewhere at once", async () => {
      const [queue, place] = await openQueue();
      await queue.add(runs("one"));
      const begun = Promise.withResolvers<void>();
      const first = await startTaking(place, {
        worker: "first",
        async perform({ signal }) {
          begun.resolve();
          await wait(60_000, undefined, { signal });
        },
      });
      await begun.promise;
      await first.stop();
      expect(await queue.counts()).toEqual({ waiting: 1, active: 0, failed: 0 });
      const second = Promise.withResolvers<string>();
      const perform = async ({ runId }: TakenRun) => second.resolve(runId);
      await startTaking(place, { worker: "second", perform });
      expect(await second.promise).toBe("one");
    });

    it("a run that fails four times is given up with its reason, and can be added anew", async () => {
      const [queue, place] = await openQueue();
      await queue.add(runs("bad"));
      const givenUp = vi.fn<QueueWork["onGivenUp"]>();
      const perform = vi.fn<QueueWork["perform"]>(async () => {
        throw new Error("no such thing");
      });
      const worker = await startTaking(place, { perform, onGivenUp: givenUp });
      await vi.waitFor(() => expect(givenUp).toHaveBeenCalled(), PATIENCE);
      await worker.stop();
      expect(perform).toHaveBeenCalledTimes(4);
      expect(givenUp.mock.calls).toEqual([[{ runId: "bad", endedAt: null }, "no such thing"]]);
      expect(await queue.givenUp(["bad", "good"])).toMatchObject([
        { runId: "bad", state: "failed", attempt: 4, reason: "no such thing" },
      ]);
      await queue.add(runs("bad"));
      expect(await queue.counts()).toEqual({ waiting: 1, active: 0, failed: 0 });
    });
  });
}

const NOTHING = { waiting: 0, active: 0, failed: 0 };

function runs(...ids: readonly string[]) {
  return ids.map((runId) => ({ runId, endedAt: null }));
}

/** A worker that stops with its test, at the latest. */
async function startTaking(
  place: QueuePlace,
  work: Pick<QueueWork, "perform"> & Partial<QueueWork>,
) {
  const worker = await startQueueWorker(place, {
    worker: "worker",
    atOnce: 1,
    onGivenUp: () => {},
    onTrouble: () => {},
    ...work,
  });
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= worker.stop();
    return stopped;
  };
  onTestFinished(stop);
  return { stop };
}

import { setTimeout as wait } from "node:timers/promises";
import bullmq from "bullmq";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { QueueWork, RunQueue, TakenRun } from "#core/run-queue.ts";
import { QUEUE } from "#runtime/queue/job.ts";
import { openBackend, type QueuePlace } from "#runtime/queue/open-backend.ts";
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
        return null;
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
      const { promise: end, resolve } = Promise.withResolvers<null>();
      await startTaking(place, { worker: "here", atOnce: 2, perform: () => end });
      await vi.waitFor(async () => {
        expect(await queue.counts()).toEqual({ waiting: 1, active: 2, failed: 0 });
      }, PATIENCE);
      expect(await queue.jobs("active", 1)).toMatchObject([{ worker: "here", attempt: 1 }]);
      await queue.remove(["one"]);
      expect(await queue.counts()).toMatchObject({ active: 2 });
      resolve(null);
    });

    it("what a worker that stops has in hand goes on elsewhere at once", async () => {
      const [queue, place] = await openQueue();
      await queue.add(runs("one"));
      const begun = Promise.withResolvers<void>();
      const first = await startTaking(place, {
        worker: "first",
        async perform({ signal }) {
          begun.resolve();
          return wait(60_000, null, { signal });
        },
      });
      await begun.promise;
      await first.stop();
      expect(await queue.counts()).toEqual({ waiting: 1, active: 0, failed: 0 });
      expect(await queue.read("one")).toMatchObject({ state: "waiting", worker: null, attempt: 0 });
      const second = Promise.withResolvers<string>();
      const perform = async ({ runId }: TakenRun) => {
        second.resolve(runId);
        return null;
      };
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
      expect(await queue.states(["bad", "good"])).toEqual(new Map([["bad", "failed"]]));
      expect(await queue.read("bad")).toMatchObject({
        state: "failed",
        worker: "worker",
        attempt: 4,
        reason: "no such thing",
      });
      await queue.add(runs("bad"));
      expect(await queue.counts()).toEqual({ waiting: 1, active: 0, failed: 0 });
    });

    it("a run that is refused goes to somebody else, however often, and counts nothing", async () => {
      const [queue, place] = await openQueue();
      await queue.add(runs("one", "two", "three"));
      const refused: string[] = [];
      const givenUp = vi.fn<QueueWork["onGivenUp"]>();
      const refusing = {
        worker: "refusing",
        onGivenUp: givenUp,
        async perform({ runId }: TakenRun) {
          refused.push(runId);
          return { reason: "no key", begun: false };
        },
      };
      const refusers = Array.from({ length: 5 }, () => startTaking(place, refusing));
      await Promise.all(refusers);
      // Each has seen all of them, and rests.
      await vi.waitFor(() => expect(refused.length).toBeGreaterThan(15), PATIENCE);
      await vi.waitFor(async () => {
        expect(await queue.read("one")).toMatchObject({
          state: "waiting",
          worker: null,
          attempt: 0,
          reason: "no key",
        });
      }, PATIENCE);
      const done: string[] = [];
      await startTaking(place, {
        async perform({ runId }) {
          done.push(runId);
          return null;
        },
      });
      await vi.waitFor(async () => expect(await queue.counts()).toEqual(NOTHING), PATIENCE);
      expect(done.toSorted()).toEqual(["one", "three", "two"]);
      expect(givenUp).not.toHaveBeenCalled();
    });

    it("a worker that can do nothing does not take the same run again and again", async () => {
      const [queue, place] = await openQueue();
      await queue.add(runs("one"));
      const perform = vi.fn<QueueWork["perform"]>(async () => ({ reason: "no key", begun: false }));
      await startTaking(place, { perform });
      await vi.waitFor(() => expect(perform).toHaveBeenCalled(), PATIENCE);
      await wait(700);
      expect(perform.mock.calls.length).toBeLessThan(4);
      // It is there again in a while.
      const before = perform.mock.calls.length;
      await vi.waitFor(() => expect(perform.mock.calls.length).toBeGreaterThan(before), PATIENCE);
    });

    it("a run that is refused four times by who had begun it is given up", async () => {
      const [queue, place] = await openQueue();
      await queue.add(runs("one"));
      const givenUp = vi.fn<QueueWork["onGivenUp"]>();
      const perform = vi.fn<QueueWork["perform"]>(async () => ({ reason: "401", begun: true }));
      // Four workers, so that none has to rest first.
      for (let worker = 0; worker < 4; worker += 1) {
        await startTaking(place, { perform, onGivenUp: givenUp });
      }
      await vi.waitFor(() => expect(givenUp).toHaveBeenCalled(), PATIENCE);
      expect(perform).toHaveBeenCalledTimes(4);
      expect(givenUp.mock.calls).toEqual([[{ runId: "one", endedAt: null }, "401"]]);
      expect(await queue.read("one")).toMatchObject({ attempt: 4, reason: "401" });
    });

    it("what a worker does with a run that was lost to others is no trouble", async () => {
      const [queue, place] = await openQueue();
      await queue.add(runs("one"));
      const trouble = vi.fn<QueueWork["onTrouble"]>();
      const begun = Promise.withResolvers<void>();
      const lost = Promise.withResolvers<string>();
      const frozen = await startTaking(place, {
        worker: "frozen",
        onTrouble: trouble,
        async perform({ signal }) {
          begun.resolve();
          signal.addEventListener("abort", () => lost.resolve(String(signal.reason)));
          return wait(60_000, null, { signal });
        },
      });
      await begun.promise;
      await forgetJobs(place);
      expect(await lost.promise).toMatch(/another worker has it/);
      await wait(200);
      await frozen.stop();
      expect(trouble.mock.calls).toEqual([]);
    });
  });
}

/** As if others had finished what is there. */
async function forgetJobs(place: QueuePlace): Promise<void> {
  const { factory, close } = await openBackend(place);
  const queue = new (bullmq.withBackend(factory).Queue)(QUEUE, { connection: {} });
  await queue.obliterate({ force: true });
  await close();
  await queue.close();
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

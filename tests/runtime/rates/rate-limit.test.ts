import { describe, expect, it } from "vitest";
import { createRateLimit } from "#runtime/rates/rate-limit.ts";

/** A limit on a count of what is said, and the waits between; then every request is allowed. */
function open(...said: readonly (number | Error)[]) {
  const left = [...said];
  const waits: number[] = [];
  const limit = createRateLimit({
    name: "a provider",
    count: async () => {
      const next = left.shift() ?? 0;
      if (next instanceof Error) throw next;
      return next;
    },
    wait: async (ms, signal) => {
      waits.push(ms);
      await new Promise(setImmediate);
      signal?.throwIfAborted();
    },
  });
  return { limit, waits };
}

const lost = new Error("the connection broke");

describe("a rate limit", () => {
  it("lets a request that is allowed go at once", async () => {
    const { limit, waits } = open(0);
    await limit.take();
    expect(waits).toEqual([]);
  });

  it("waits for as long as the count says, and asks again", async () => {
    const { limit, waits } = open(300, 20, 0);
    await limit.take();
    expect(waits).toEqual([300, 20]);
  });

  it("lets go in the order of asking", async () => {
    const { limit } = open(0, 5, 5, 0, 5, 0);
    const order: number[] = [];
    await Promise.all([0, 1, 2, 3].map((index) => limit.take().then(() => order.push(index))));
    expect(order).toEqual([0, 1, 2, 3]);
  });

  it("lets an aborted wait go with its own reason, and the next one come", async () => {
    const { limit } = open(5);
    const controller = new AbortController();
    const first = limit.take(controller.signal);
    const second = limit.take();
    const enough = new Error("enough");
    controller.abort(enough);
    await expect(first).rejects.toBe(enough);
    await second;
  });

  it("counts nothing for what is aborted before its turn", async () => {
    let counted = 0;
    const limit = createRateLimit({
      name: "a provider",
      count: async () => {
        counted += 1;
        return 0;
      },
    });
    const enough = AbortSignal.abort(new Error("enough"));
    const taken = await Promise.allSettled([limit.take(), limit.take(enough), limit.take()]);
    expect(taken.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(counted).toBe(2);
  });

  it("asks a count that fails again, and lets nobody through meanwhile", async () => {
    const { limit, waits } = open(lost, lost, 300, 0);
    await limit.take();
    expect(waits).toEqual([500, 500, 300]);
  });

  it("ends with the reason where the count fails for good, and goes on for the next", async () => {
    const { limit } = open(...Array(61).fill(lost));
    const first = limit.take();
    const second = limit.take();
    await expect(first).rejects.toMatchObject({
      code: "storage",
      message: expect.stringMatching(/requests to a provider cannot be counted: the connection/),
    });
    await second;
  });
});

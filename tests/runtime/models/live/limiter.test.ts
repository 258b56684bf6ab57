import { describe, expect, it } from "vitest";
import { createLimiter } from "#runtime/models/live/limiter.ts";

const REFUSED = new Error("429");

function open(cap: number) {
  return createLimiter({ cap, isThrottled: (thrown) => thrown === REFUSED });
}

/** Work that ends when it is told to. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve, refuse: () => reject(REFUSED) };
}

async function times(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done += 1) await work().catch(() => {});
}

describe("a limiter", () => {
  it("runs as many at once as its cap, and the rest in the order of asking", async () => {
    const limiter = open(2);
    const jobs = Array.from({ length: 5 }, held);
    const begun: number[] = [];
    const all = jobs.map(({ work }, index) =>
      limiter.run(() => {
        begun.push(index);
        return work();
      }),
    );
    await expect.poll(() => begun).toEqual([0, 1]);
    jobs[1]?.end();
    await expect.poll(() => begun).toEqual([0, 1, 2]);
    for (const { end } of jobs) end();
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    [6, 4],
    [4, 3],
    [3, 2],
    [2, 1],
    [1, 1],
  ])("takes a refusal at %i down to %i", async (cap, limit) => {
    const limiter = open(cap);
    await times(1, () => limiter.run(() => Promise.reject(REFUSED)));
    expect(limiter.limit).toBe(limit);
  });

  it("counts refusals of requests that were under way together once", async () => {
    const limiter = open(6);
    const jobs = Array.from({ length: 6 }, held);
    const all = jobs.map(({ work }) => limiter.run(work).catch(() => {}));
    for (const { refuse } of jobs) refuse();
    await Promise.all(all);
    expect(limiter.limit).toBe(4);
  });

  it("adds one after ten rounds without a refusal, and never goes above its cap", async () => {
    const limiter = open(4);
    await times(1, () => limiter.run(() => Promise.reject(REFUSED)));
    await times(29, () => limiter.run(async () => {}));
    expect(limiter.limit).toBe(3);
    await times(1, () => limiter.run(async () => {}));
    expect(limiter.limit).toBe(4);
    await times(200, () => limiter.run(async () => {}));
    expect(limiter.limit).toBe(4);
  });

  it("lets no other failure change the limit", async () => {
    const limiter = open(4);
    await times(20, () => limiter.run(() => Promise.reject(new Error("500"))));
    expect(limiter.limit).toBe(4);
  });

  it("lets an aborted wait go, and keeps its place for the next", async () => {
    const limiter = open(1);
    const first = held();
    const running = limiter.run(first.work);
    const controller = new AbortController();
    const waiting = limiter.run(async () => "aborted", controller.signal);
    const next = limiter.run(async () => "next");
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    first.end();
    await running;
    expect(await next).toBe("next");
  });

  it("does not begin what is aborted already", async () => {
    let begun = false;
    const run = open(1).run(
      async () => {
        begun = true;
      },
      AbortSignal.abort(new Error("enough")),
    );
    await expect(run).rejects.toThrow("enough");
    expect(begun).toBe(false);
  });

  it("settles at what a provider takes: at most 5 % are refused once it has", async () => {
    const limiter = open(6);
    let inFlight = 0;
    const outcomes: boolean[] = [];
    const ask = async () => {
      const taken = inFlight < 3;
      outcomes.push(taken);
      if (!taken) throw REFUSED;
      inFlight += 1;
      await new Promise(setImmediate);
      inFlight -= 1;
    };
    await Promise.all(Array.from({ length: 6 }, () => times(200, () => limiter.run(ask))));
    const settled = outcomes.slice(100);
    expect(settled.filter((taken) => !taken).length / settled.length).toBeLessThanOrEqual(0.05);
    expect(limiter.limit).toBeGreaterThanOrEqual(2);
    expect(limiter.limit).toBeLessThanOrEqual(4);
  });
});

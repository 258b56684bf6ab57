import { describe, expect, it } from "vitest";
import { createLimiter } from "#runtime/limiter.ts";
import type { RateLimit } from "#runtime/rates/rate-limit.ts";
import { untilAborted } from "#runtime/until-aborted.ts";

const REFUSED = new Error("429");

const PAUSED = new Error("503, come back in 500 ms");

/** A limiter on a clock that only its waits move, and those waits. */
function open(cap: number, rate?: RateLimit) {
  const time = { now: 1_000 };
  const waits: number[] = [];
  const limiter = createLimiter({
    cap,
    isThrottled: (thrown) => thrown === REFUSED,
    pauseOf: (thrown) => (thrown === PAUSED ? 500 : 0),
    wait: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
      time.now += ms;
    },
    rate,
    clock: { now: () => time.now },
  });
  const run = <T>(work: () => Promise<T>, signal = new AbortController().signal) =>
    limiter.run(work, signal);
  return { run, waits, limit: () => limiter.limit };
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
    expect(limiter.limit()).toBe(limit);
  });

  it("counts refusals of requests that were under way together once", async () => {
    const limiter = open(6);
    const jobs = Array.from({ length: 6 }, held);
    const all = jobs.map(({ work }) => limiter.run(work).catch(() => {}));
    for (const { refuse } of jobs) refuse();
    await Promise.all(all);
    expect(limiter.limit()).toBe(4);
  });

  it("adds one after ten rounds without a refusal, and never goes above its cap", async () => {
    const limiter = open(4);
    await times(1, () => limiter.run(() => Promise.reject(REFUSED)));
    await times(29, () => limiter.run(async () => {}));
    expect(limiter.limit()).toBe(3);
    await times(1, () => limiter.run(async () => {}));
    expect(limiter.limit()).toBe(4);
    await times(200, () => limiter.run(async () => {}));
    expect(limiter.limit()).toBe(4);
  });

  it("lets no other failure change the limit", async () => {
    const limiter = open(4);
    await times(20, () => limiter.run(() => Promise.reject(new Error("500"))));
    expect(limiter.limit()).toBe(4);
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

  it("begins nothing for as long as a refusal asks", async () => {
    const limiter = open(2);
    await times(1, () => limiter.run(() => Promise.reject(PAUSED)));
    expect(await limiter.run(async () => "after")).toBe("after");
    expect(await limiter.run(async () => "later")).toBe("later");
    expect(limiter.waits).toEqual([500]);
    expect(limiter.limit()).toBe(2);
  });

  it("lets what is aborted in a pause go", async () => {
    const enough = new Error("enough");
    const pausing = Promise.withResolvers<void>();
    const limiter = createLimiter({
      cap: 1,
      isThrottled: () => false,
      pauseOf: () => 500,
      wait: (_ms, signal) => {
        pausing.resolve();
        return new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(new Error("AbortError")));
        });
      },
      clock: { now: () => 0 },
    });
    const { signal } = new AbortController();
    await times(1, () => limiter.run(() => Promise.reject(PAUSED), signal));
    const first = new AbortController();
    const aborted = limiter.run(async () => "aborted", first.signal);
    await pausing.promise;
    first.abort(enough);
    await expect(aborted).rejects.toBe(enough);
  });

  it("begins what the rate allows, and nothing while it waits for that", async () => {
    const allowed = Promise.withResolvers<void>();
    const limiter = open(2, { take: () => allowed.promise });
    let begun = false;
    const run = limiter.run(async () => {
      begun = true;
    });
    await new Promise(setImmediate);
    expect(begun).toBe(false);
    allowed.resolve();
    await run;
    expect(begun).toBe(true);
  });

  it("asks the rate anew when a pause has come in the meantime", async () => {
    const first = Promise.withResolvers<void>();
    const refused = held();
    const turns = [Promise.resolve(), first.promise, Promise.resolve()];
    let taken = 0;
    const limiter = open(2, {
      take: async () => {
        await turns[taken++];
      },
    });
    const pausing = limiter.run(async () => {
      await refused.work();
      throw PAUSED;
    });
    const waiting = limiter.run(async () => "after");
    await expect.poll(() => taken).toBe(2);
    refused.end();
    await expect(pausing).rejects.toBe(PAUSED);
    first.resolve();
    expect(await waiting).toBe("after");
    expect(limiter.waits).toEqual([500]);
    expect(taken).toBe(3);
  });

  it("takes no place from the next when the wait for the rate is aborted", async () => {
    const controller = new AbortController();
    let taken = 0;
    const limiter = open(1, {
      take: async (until) => {
        taken += 1;
        if (taken === 1) await untilAborted(new Promise(() => {}), until);
      },
    });
    const waiting = limiter.run(async () => "aborted", controller.signal);
    const next = limiter.run(async () => "next");
    await expect.poll(() => taken).toBe(1);
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    expect(await next).toBe("next");
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
    expect(limiter.limit()).toBeGreaterThanOrEqual(2);
    expect(limiter.limit()).toBeLessThanOrEqual(4);
  });
});

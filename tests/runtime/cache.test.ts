import { describe, expect, it } from "vitest";
import type { Access } from "#core/ports.ts";
import { createCache } from "#runtime/cache.ts";

const entry = { key: { method: "quote", symbol: "AAPL" }, ttlMs: 1_000 };

/** A cache under a clock that is set by hand, and a load that answers when told to. */
function setUp({ maxEntries = 100, startsAt = 0 } = {}) {
  let time = startsAt;
  const cache = createCache({ clock: { now: () => time }, maxEntries });
  const pending: PromiseWithResolvers<{ price: number }>[] = [];
  const load = () => {
    const one = Promise.withResolvers<{ price: number }>();
    pending.push(one);
    return one.promise;
  };
  const advance = (ms: number) => {
    time += ms;
  };
  return { cache, load, pending, advance };
}

describe("the cache", () => {
  it("makes one load for 64 callers, who share one object", async () => {
    const { cache, load, pending } = setUp();
    const accesses: Access[] = [];
    const onAccess = (access: Access) => accesses.push(access);
    const callers = Array.from({ length: 64 }, () => cache.get(entry, load, { onAccess }));
    pending[0]?.resolve({ price: 1 });
    const values = await Promise.all(callers);
    expect(pending).toHaveLength(1);
    expect(new Set(values).size).toBe(1);
    expect(accesses).toEqual(["upstream", ...Array(63).fill("coalesced")]);
  });

  it("tells a later caller of a hit", async () => {
    const { cache } = setUp();
    const accesses: Access[] = [];
    const onAccess = (access: Access) => accesses.push(access);
    await cache.get(entry, async () => ({ price: 1 }), { onAccess });
    await cache.get(entry, async () => ({ price: 2 }), { onAccess });
    expect(accesses).toEqual(["upstream", "cacheHits"]);
  });

  it("gives one failure to all 64 callers, keeps nothing and tries again", async () => {
    const { cache, load, pending } = setUp();
    const failure = new Error("no route");
    const callers = Array.from({ length: 64 }, () => cache.get(entry, load));
    pending[0]?.reject(failure);
    const outcomes = await Promise.allSettled(callers);
    expect(outcomes).toEqual(Array(64).fill({ status: "rejected", reason: failure }));
    expect(pending).toHaveLength(1);
    expect(await cache.get(entry, async () => ({ price: 2 }))).toEqual({ price: 2 });
  });

  it("rejects a load that throws before it has a promise", async () => {
    const { cache } = setUp();
    const failure = new Error("at once");
    const get = cache.get(entry, () => {
      throw failure;
    });
    await expect(get).rejects.toBe(failure);
  });

  it("rejects only the caller that aborts, the one that caused the load included", async () => {
    const { cache, load, pending } = setUp();
    const reason = new Error("the first one leaves");
    const controller = new AbortController();
    const first = cache.get(entry, load, { signal: controller.signal });
    const second = cache.get(entry, load, { signal: new AbortController().signal });
    controller.abort(reason);
    await expect(first).rejects.toBe(reason);
    pending[0]?.resolve({ price: 1 });
    expect(await second).toEqual({ price: 1 });
    expect(pending).toHaveLength(1);
  });

  it("keeps what was loaded for a caller that had left", async () => {
    const { cache, load, pending } = setUp();
    const controller = new AbortController();
    const left = cache.get(entry, load, { signal: controller.signal });
    controller.abort();
    await expect(left).rejects.toThrow();
    pending[0]?.resolve({ price: 1 });
    expect(await cache.get(entry, async () => ({ price: 2 }))).toEqual({ price: 1 });
  });

  it("starts no load for a caller that is aborted already", async () => {
    const { cache, load, pending } = setUp();
    const reason = new Error("before it began");
    await expect(cache.get(entry, load, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    expect(pending).toEqual([]);
  });

  for (const startsAt of [0, 1_700_000_000_000]) {
    it(`gives a value until its time is over, by a clock that starts at ${startsAt}`, async () => {
      const { cache, advance } = setUp({ startsAt });
      await cache.get(entry, async () => ({ price: 1 }));
      advance(1_000);
      expect(await cache.get(entry, async () => ({ price: 2 }))).toEqual({ price: 1 });
      advance(1);
      expect(await cache.get(entry, async () => ({ price: 3 }))).toEqual({ price: 3 });
    });
  }

  it("keeps each value for the time of its own kind", async () => {
    const { cache, advance } = setUp();
    const long = { key: { method: "company" }, ttlMs: 5_000 };
    await cache.get(entry, async () => ({ price: 1 }));
    await cache.get(long, async () => ({ price: 1 }));
    advance(2_000);
    expect(await cache.get(entry, async () => ({ price: 2 }))).toEqual({ price: 2 });
    expect(await cache.get(long, async () => ({ price: 2 }))).toEqual({ price: 1 });
  });

  it("gives no stale value when a new load fails", async () => {
    const { cache, advance } = setUp();
    await cache.get(entry, async () => ({ price: 1 }));
    advance(2_000);
    await expect(cache.get(entry, () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await cache.get(entry, async () => ({ price: 3 }))).toEqual({ price: 3 });
  });

  it("freezes values to the depth", async () => {
    const { cache } = setUp();
    const value = await cache.get(entry, async () => ({ candles: [{ close: 1 }] }));
    expect(Object.isFrozen(value)).toBe(true);
    expect(Object.isFrozen(value.candles)).toBe(true);
    expect(Object.isFrozen(value.candles[0])).toBe(true);
  });

  it("answers those who wait for a load that is pushed out while in flight", async () => {
    const { cache, load, pending } = setUp({ maxEntries: 1 });
    const other = { key: { method: "quote", symbol: "MSFT" }, ttlMs: 1_000 };
    const pushedOut = [cache.get(entry, load), cache.get(entry, load)];
    expect(await cache.get(other, async () => ({ price: 9 }))).toEqual({ price: 9 });
    pending[0]?.resolve({ price: 1 });
    expect(await Promise.all(pushedOut)).toEqual([{ price: 1 }, { price: 1 }]);
  });

  it("keeps no more values than it may", async () => {
    const { cache } = setUp({ maxEntries: 2 });
    const keyOf = (symbol: string) => ({ key: { symbol }, ttlMs: 1_000 });
    for (const symbol of ["A", "B", "C"])
      await cache.get(keyOf(symbol), async () => ({ price: 1 }));
    expect(await cache.get(keyOf("C"), async () => ({ price: 2 }))).toEqual({ price: 1 });
    expect(await cache.get(keyOf("A"), async () => ({ price: 2 }))).toEqual({ price: 2 });
  });

  it("takes keys for the same whatever the order of their fields", async () => {
    const { cache } = setUp();
    await cache.get({ key: { a: "1", b: "2" }, ttlMs: 1_000 }, async () => ({ price: 1 }));
    const again = await cache.get({ key: { b: "2", a: "1" }, ttlMs: 1_000 }, async () => ({
      price: 2,
    }));
    const other = await cache.get({ key: { a: "2", b: "1" }, ttlMs: 1_000 }, async () => ({
      price: 3,
    }));
    expect(again).toEqual({ price: 1 });
    expect(other).toEqual({ price: 3 });
  });
});

import { LRUCache } from "lru-cache";
import { deepFreeze } from "#core/deep-freeze.ts";
import type { Access, Clock, ReadOptions } from "#core/ports.ts";
import { untilAborted } from "./until-aborted.ts";

/** What is asked for, field by field: two askers share a value when all fields are equal. */
export type CacheKey = Readonly<Record<string, string>>;

interface CacheEntry {
  readonly key: CacheKey;
  /** How long a value may be given out, in milliseconds from when it was loaded; above 0. */
  readonly ttlMs: number;
}

/** Values kept for a while, and loads that many callers share. */
export interface Cache {
  /**
   * The value of a key: kept, or from the load in flight, or from a new one.
   *
   * The value is deep-frozen. A failure goes to all who wait for it and is not kept. An abort
   * rejects its own caller only and never ends the load.
   */
  get<T extends object>(
    entry: CacheEntry,
    load: () => Promise<T>,
    options?: ReadOptions,
  ): Promise<T>;
}

type Load = () => Promise<object>;

const MAX_ENTRIES = 600;

/** A cache of at most `maxEntries` values; the least recently used leaves first. */
export function createCache({
  clock,
  maxEntries = MAX_ENTRIES,
}: {
  readonly clock: Clock;
  readonly maxEntries?: number;
}): Cache {
  const values = new LRUCache<string, object, Load>({
    max: maxEntries,
    fetchMethod: async (_key, _stale, { context: load }) => deepFreeze(await load()),
    // A load that is pushed out while in flight still answers those who wait for it.
    ignoreFetchAbort: true,
    // lru-cache takes a start of 0 for "has no TTL", which a clock that begins at 0 would give.
    perf: { now: () => clock.now() + 1 },
    // Above 0 it would hold the time still until a real timer fires.
    ttlResolution: 0,
  });

  return {
    async get<T extends object>(
      { key, ttlMs }: CacheEntry,
      load: () => Promise<T>,
      { signal, onAccess }: ReadOptions = {},
    ): Promise<T> {
      signal?.throwIfAborted();
      const status: LRUCache.Status<string, object, Load> = {};
      const value = values.forceFetch(textOf(key), { ttl: ttlMs, context: load, status });
      onAccess?.(accessOf(status));
      // The one cast: a key names its method, so what is under it came from a load of the same type.
      return untilAborted(value as Promise<T>, signal);
    },
  };
}

function textOf(key: CacheKey): string {
  return JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function accessOf({ fetch }: LRUCache.Status<string, object, Load>): Access {
  if (fetch === "hit") return "cacheHits";
  return fetch === "inflight" ? "coalesced" : "upstream";
}

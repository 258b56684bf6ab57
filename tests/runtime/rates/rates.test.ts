import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createRates, type RatesOptions } from "#runtime/rates/rates.ts";
import { openPool } from "#runtime/store/postgres.ts";
import { listen } from "../../helpers/listen.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";
import { describeRedis, redisUrl } from "../../helpers/redis.ts";

function open(options: RatesOptions = {}) {
  const rates = createRates(options);
  onTestFinished(() => rates.close());
  return rates;
}

describe("rates in one process", () => {
  const waits: number[] = [];
  /** Time goes on by the waits alone. */
  const wait = async (ms: number) => {
    waits.push(ms);
    vi.setSystemTime(Date.now() + ms);
  };

  beforeEach(() => {
    waits.length = 0;
    vi.useFakeTimers({ toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("hold over any minute, but for one window's requests", async () => {
    const limit = open({ wait }).limit("a provider", 100);
    const startedAt = Date.now();
    const at: number[] = [];
    await Promise.all(
      Array.from({ length: 250 }, () => limit.take().then(() => at.push(Date.now()))),
    );
    const within = at.map(
      (from) => at.filter((time) => time >= from && time < from + 60_000).length,
    );
    expect(Math.max(...within)).toBeLessThanOrEqual(105);
    expect(Date.now() - startedAt).toBeLessThanOrEqual(150_000);
  });

  it("are one for all who ask by the same name and rate, and another's otherwise", async () => {
    const rates = open({ wait });
    await rates.limit("a", 60).take();
    await rates.limit("b", 60).take();
    await rates.limit("a", 120).take();
    expect(waits).toEqual([]);
    await rates.limit("a", 60).take();
    expect(waits).toEqual([1_000]);
  });

  it("let go of a wait that is aborted, however long it would be", async () => {
    const limit = open().limit("a provider", 1);
    await limit.take();
    const controller = new AbortController();
    const waiting = limit.take(controller.signal);
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
  });
});

/** Two processes' limits over one store: ten requests a second, together. */
async function takeTogether(options: readonly RatesOptions[]): Promise<number> {
  const name = randomUUID();
  const limits = options.map((where) => open(where).limit(name, 600));
  const startedAt = performance.now();
  await Promise.all(limits.flatMap((limit) => Array.from({ length: 8 }, () => limit.take())));
  return performance.now() - startedAt;
}

/** Sixteen requests need a second window. Clocks that are read in whole ms may make it a little shorter. */
const ONE_WINDOW_MS = 990;

describePostgres("rates in PostgreSQL", () => {
  it("are kept by two pools together", async () => {
    const url = await freshDatabase();
    const pools = await Promise.all([openPool(url), openPool(url)]);
    onTestFinished(async () => void (await Promise.all(pools.map((pool) => pool.end()))));
    const tookMs = await takeTogether(pools.map((pool) => ({ pool })));
    expect(tookMs).toBeGreaterThan(ONE_WINDOW_MS);
  });
});

describeRedis("rates in Redis", () => {
  it("are kept by two connections together", async () => {
    expect(await takeTogether([{ redisUrl }, { redisUrl }])).toBeGreaterThan(ONE_WINDOW_MS);
  });
});

describe("rates in a store that does not answer", () => {
  it("let nobody through, and let an aborted wait go", async () => {
    let refused = 0;
    const server = createServer((socket) => {
      refused += 1;
      socket.destroy();
    });
    onTestFinished(() => void server.close());
    const { host } = new URL(await listen(server));
    const limit = open({ redisUrl: `redis://${host}` }).limit("a provider", 600);
    const controller = new AbortController();
    let taken = false;
    const waiting = limit.take(controller.signal).then(() => {
      taken = true;
    });
    await expect.poll(() => refused).toBeGreaterThan(1);
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    expect(taken).toBe(false);
  });
});

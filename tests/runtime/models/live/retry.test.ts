import { describe, expect, it } from "vitest";
import { waitBefore, withRetries } from "#runtime/models/live/retry.ts";

class Failed extends Error {
  readonly retried: boolean;
  readonly retryAfterMs: number | null;

  constructor(retried: boolean, retryAfterMs: number | null = null) {
    super("failed");
    this.retried = retried;
    this.retryAfterMs = retryAfterMs;
  }
}

const again = new Failed(true);

async function calls(attempt: (count: number) => Promise<string>, random = () => 0.5) {
  const waits: number[] = [];
  let attempts = 0;
  const call = withRetries(
    () => {
      attempts += 1;
      return attempt(attempts);
    },
    {
      isFailure: (thrown) => thrown instanceof Failed,
      gaveUp: (_failure, count) => new Error(`gave up after ${count}`),
      wait: async (ms) => waits.push(ms),
      random,
      signal: new AbortController().signal,
    },
  );
  const outcome = await call.catch((error: Error) => error.message);
  return { outcome, attempts, waits };
}

describe("the wait before a further attempt", () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
  ])("is, after attempt %i, a random part of %i ms", (attempts, base) => {
    expect(waitBefore(attempts, again, 0)).toBe(0);
    expect(waitBefore(attempts, again, 0.5)).toBe(base / 2);
    expect(waitBefore(attempts, again, 0.9999)).toBeLessThanOrEqual(base);
  });

  it("is never shorter than what Retry-After asks for", () => {
    expect(waitBefore(1, new Failed(true, 3_000), 0)).toBe(3_000);
    expect(waitBefore(1, new Failed(true, 3_000), 0.5)).toBe(3_250);
  });

  it("is taken up to a minute, and not beyond", () => {
    expect(waitBefore(1, new Failed(true, 60_000), 0)).toBe(60_000);
    expect(waitBefore(1, new Failed(true, 60_001), 0)).toBeNull();
  });

  it("is none after the fourth attempt, nor where asking again cannot help", () => {
    expect(waitBefore(4, again, 0.5)).toBeNull();
    expect(waitBefore(1, new Failed(false), 0.5)).toBeNull();
  });
});

describe("a call with retries", () => {
  it("gives the first answer that comes", async () => {
    const done = await calls(async (count) => {
      if (count < 3) throw again;
      return "answer";
    });
    expect(done).toEqual({ outcome: "answer", attempts: 3, waits: [250, 500] });
  });

  it("gives up after four attempts", async () => {
    const done = await calls(() => Promise.reject(again));
    expect(done).toEqual({ outcome: "gave up after 4", attempts: 4, waits: [250, 500, 1_000] });
  });

  it("ends at once with what is no failure of the other side", async () => {
    const done = await calls(() => Promise.reject(new Error("a mistake")));
    expect(done).toEqual({ outcome: "a mistake", attempts: 1, waits: [] });
  });
});

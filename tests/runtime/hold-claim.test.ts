import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { holdClaim } from "#runtime/hold-claim.ts";
import { claimOf } from "../helpers/run-claim.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A claim, how often it was renewed, and why it was lost. */
function held(renew: () => Promise<void> = async () => {}) {
  const seen = { renewals: 0, lost: [] as unknown[] };
  const claim = {
    ...claimOf("run-1"),
    renew: () => {
      seen.renewals += 1;
      return renew();
    },
  };
  return { seen, letGo: holdClaim(claim, (reason) => seen.lost.push(reason)) };
}

describe("a claim that is held", () => {
  it("is renewed several times within the time that it holds", async () => {
    const { seen, letGo } = held();
    await vi.advanceTimersByTimeAsync(5_000);
    letGo();
    expect(seen.renewals).toBeGreaterThanOrEqual(4);
    expect(seen.lost).toEqual([]);
  });

  it("is renewed no more once it is let go of", async () => {
    const { seen, letGo } = held();
    letGo();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen.renewals).toBe(0);
  });

  it("waits for one renewal before it begins another", async () => {
    const { seen, letGo } = held(() => new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(5_000);
    letGo();
    expect(seen.renewals).toBe(1);
  });

  it("tells once that it is lost, and why", async () => {
    const reason = new Error("somebody else has it");
    const { seen } = held(async () => {
      throw reason;
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual({ renewals: 1, lost: [reason] });
  });
});

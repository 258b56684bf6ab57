import { describe, expect, it, onTestFinished, vi } from "vitest";
import { systemClock } from "#runtime/clock.ts";

describe("the system's clock", () => {
  it("never goes back", () => {
    const times = Array.from({ length: 10_000 }, () => systemClock.now());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it("tells spans of less than a millisecond apart", () => {
    const times = Array.from({ length: 10_000 }, () => systemClock.now());
    expect(times.some((time) => !Number.isInteger(time))).toBe(true);
  });

  it("counts from 1970 and does not follow the machine's clock when that is set back", () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    expect(Date.now()).toBe(0);
    expect(systemClock.now()).toBeGreaterThan(Date.UTC(2025, 0, 1));
  });
});

import { describe, expect, it } from "vitest";
import { windowOf } from "#runtime/rates/window.ts";

describe("a rate's window", () => {
  it("is one second for whole multiples of one a second", () => {
    expect(windowOf(60)).toEqual({ requests: 1, seconds: 1 });
    expect(windowOf(600)).toEqual({ requests: 10, seconds: 1 });
  });

  it("is as long as one request takes where there are few", () => {
    expect(windowOf(1)).toEqual({ requests: 1, seconds: 60 });
    expect(windowOf(12)).toEqual({ requests: 1, seconds: 5 });
  });

  it("never allows more than the rate, and at most a twentieth less, at any rate", () => {
    for (let perMinute = 1; perMinute <= 2_000; perMinute += 1) {
      const { requests, seconds } = windowOf(perMinute);
      const allowed = (requests * 60) / seconds;
      expect(allowed).toBeLessThanOrEqual(perMinute);
      expect(allowed).toBeGreaterThanOrEqual(perMinute * 0.95);
      expect(seconds).toBeLessThanOrEqual(60);
    }
  });
});

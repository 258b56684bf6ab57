import { describe, expect, it } from "vitest";
import { withinGrace } from "#runtime/within-grace.ts";

const never = new Promise<never>(() => {});

describe("work within a grace", () => {
  it("gives its value, and throws what it throws", async () => {
    const { signal } = new AbortController();
    expect(await withinGrace(Promise.resolve(7), signal, 1)).toBe(7);
    await expect(withinGrace(Promise.reject(new Error("no")), signal, 1)).rejects.toThrow("no");
  });

  it("may still end after the abort, as long as the grace lasts", async () => {
    const stop = new AbortController();
    const late = Promise.withResolvers<string>();
    stop.signal.addEventListener("abort", () => setTimeout(() => late.resolve("in time"), 5));
    const waiting = withinGrace(late.promise, stop.signal, 60_000);
    stop.abort(new Error("interrupted"));
    expect(await waiting).toBe("in time");
  });

  it("is left to itself when the grace is over", async () => {
    const stop = new AbortController();
    const waiting = withinGrace(never, stop.signal, 5);
    stop.abort(new Error("interrupted"));
    await expect(waiting).rejects.toThrow("interrupted");
    await expect(withinGrace(never, stop.signal, 5)).rejects.toThrow("interrupted");
  });
});

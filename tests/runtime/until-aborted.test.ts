import { describe, expect, it } from "vitest";
import { untilAborted } from "#runtime/until-aborted.ts";

const never = new Promise<never>(() => {});

describe("a wait until aborted", () => {
  it("gives what the work gives, with or without a signal", async () => {
    const { signal } = new AbortController();
    expect(await untilAborted(Promise.resolve(1))).toBe(1);
    expect(await untilAborted(Promise.resolve(1), signal)).toBe(1);
    await expect(untilAborted(Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
  });

  it("ends with the signal's reason, and leaves the work to its other waiters", async () => {
    const work = Promise.withResolvers<string>();
    const controller = new AbortController();
    const reason = new Error("enough");
    const impatient = untilAborted(work.promise, controller.signal);
    const patient = untilAborted(work.promise);
    controller.abort(reason);
    await expect(impatient).rejects.toBe(reason);
    work.resolve("done");
    expect(await patient).toBe("done");
  });

  it("ends at once when the signal was aborted before", async () => {
    const reason = new Error("too late");
    await expect(untilAborted(never, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

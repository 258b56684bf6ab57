import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { mapBounded } from "#runtime/bounded.ts";

describe("mapBounded", () => {
  it("gives what came of each in the items' order, whichever was done first", async () => {
    const done: number[] = [];
    const outcomes = await mapBounded([30, 1, 15], 3, async (ms) => {
      await wait(ms);
      done.push(ms);
      return ms;
    });
    expect(done).toEqual([1, 15, 30]);
    expect(outcomes).toEqual([30, 1, 15].map((value) => ({ status: "fulfilled", value })));
  });

  it.each([
    [1, 1],
    [3, 3],
    [16, 7],
  ])("has with a bound of %i and seven items %i at work at once", async (atOnce, most) => {
    let running = 0;
    let seen = 0;
    await mapBounded([1, 2, 3, 4, 5, 6, 7], atOnce, async () => {
      running += 1;
      seen = Math.max(seen, running);
      await wait(1);
      running -= 1;
    });
    expect(seen).toBe(most);
  });

  it("goes on with the others where one fails, at once or later", async () => {
    const outcomes = await mapBounded(["now", "later", "never"], 2, async (when) => {
      if (when === "now") throw new Error(when);
      await wait(1);
      if (when === "later") throw new Error(when);
      return when;
    });
    expect(outcomes).toEqual([
      { status: "rejected", reason: new Error("now") },
      { status: "rejected", reason: new Error("later") },
      { status: "fulfilled", value: "never" },
    ]);
  });

  it("begins nothing more once it is aborted, and keeps what had begun", async () => {
    const stop = new AbortController();
    const reason = new Error("enough");
    const begun: number[] = [];
    const outcomes = await mapBounded(
      [0, 1, 2, 3],
      2,
      async (item) => {
        begun.push(item);
        if (item === 0) stop.abort(reason);
        await wait(1);
        return item;
      },
      stop.signal,
    );
    expect(begun).toEqual([0]);
    expect(outcomes[0]).toEqual({ status: "fulfilled", value: 0 });
    expect(outcomes.slice(1)).toEqual(Array(3).fill({ status: "rejected", reason }));
  });

  it("of nothing gives nothing", async () => {
    expect(await mapBounded([], 4, async () => 1)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { renderContestTimeline } from "#core/contest/render/timeline.ts";
import { contest, contestSpans } from "../../../fixtures/contest.ts";

const { timeline } = contest();

describe("the drawn timeline of a contest", () => {
  it("has a bar for every author, with its own steps beneath it", () => {
    const lines = renderContestTimeline(contestSpans, timeline).split("\n");
    const names = lines.map((line) => line.split("│")[0]?.trim());
    const at = names.indexOf("acme/small-1");
    expect(names.slice(at, at + 4)).toEqual(["acme/small-1", "write", "check", "rules:blend"]);
    expect(names[0]).toBe("dispatcher");
    expect(lines[at + 2]).toMatch(/10 ms failed$/);
  });

  it("says what the bars say, and when the first author and the last were done", () => {
    expect(renderContestTimeline(contestSpans, timeline).split("\n").slice(-3)).toEqual([
      "wall 3.91 s · work 10.56 s · overlap 2.70x · slowest author 3.78 s · start skew 0.0 ms",
      "first strategy done after 420 ms, last after 3.90 s",
      "critical path: dispatcher 120 ms > acme/large-2 3.78 s > rank 10 ms",
    ]);
  });

  it("of a contest without authors says what is unknown", () => {
    const none = { slowestAuthorMs: null, startSkewMs: null, firstDoneMs: null, lastDoneMs: null };
    const text = renderContestTimeline([], { ...timeline, ...none, overlap: null });
    expect(text).toContain("overlap unknown · slowest author unknown · start skew unknown");
    expect(text).toContain("first strategy done after unknown, last after unknown");
  });
});

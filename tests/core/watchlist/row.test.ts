import { describe, expect, it } from "vitest";
import { entryOf, rowOf, watchRowSchema } from "#core/watchlist/row.ts";
import { result } from "../examples.ts";
import { done, summary, unbegun, undone } from "./records.ts";

describe("a row of a list", () => {
  it("of a run that is done has its result, its time and no reason", () => {
    const row = rowOf({ ...done("AAPL"), steps: [], result: result() });
    expect(watchRowSchema.parse(row)).toEqual({
      symbol: "AAPL",
      status: "done",
      reason: null,
      ms: 1_000,
      result: result(),
    });
  });

  it.each([
    ["failed", "failed"],
    ["timeout", "timeout"],
    ["skipped", "skipped"],
    ["interrupted", "skipped"],
    ["running", "skipped"],
    ["waiting", "skipped"],
  ] as const)("of a run that is %s has the status %s and a reason", (state, status) => {
    const row = rowOf({ ...undone("AAPL", state, { error: "why" }), steps: [], result: null });
    expect(row).toEqual({ symbol: "AAPL", status, reason: "why", ms: 1_000, result: null });
    expect(entryOf(undone("AAPL", state)).reason).not.toBe("");
  });

  it("of a run that has not begun has no time, and is skipped whatever ended the list", () => {
    expect(entryOf(unbegun("AAPL"))).toMatchObject({ status: "skipped", ms: null });
    expect(entryOf(unbegun("AAPL", { state: "timeout" })).status).toBe("skipped");
  });

  it.each([1, 2])(
    "of a run with a result, taken up %i times, has the whole milliseconds of its timeline's wall",
    (attempt) => {
      const run = done("AAPL", {
        attempt,
        endedAt: 9_000,
        summary: summary({ wallMs: 1_234.421 }),
      });
      expect(entryOf(run).ms).toBe(1_234);
    },
  );

  it("has a reason of one line that moves no terminal", () => {
    const error = "first\nsecond\x1b[2J\u202e\rthird";
    expect(entryOf(undone("AAPL", "failed", { error })).reason).toBe("first secondthird");
  });
});

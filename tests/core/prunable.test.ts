import { describe, expect, it } from "vitest";
import { prunable } from "#core/prunable.ts";
import type { RunRecord } from "#core/run-record.ts";
import { configuration } from "./run-examples.ts";

const NOW = 100_000;

function record(id: string, changes: Partial<RunRecord> = {}): RunRecord {
  return {
    kind: "analysis",
    id,
    list: null,
    configuration: configuration(),
    state: "done",
    attempt: 1,
    heldUntil: null,
    createdAt: 0,
    startedAt: 0,
    endedAt: 0,
    error: null,
    rerunOf: null,
    summary: null,
    ...changes,
  };
}

/** The ids of the runs that go. */
function going(runs: readonly RunRecord[], rule: Partial<Parameters<typeof prunable>[1]>) {
  const whole = { states: ["done", "failed"] as const, olderThanMs: null, keep: null, ...rule };
  return prunable(runs, whole, NOW).map(({ id }) => id);
}

describe("runs that are not needed any more", () => {
  it("are those in the states that are named", () => {
    const runs = [
      record("a", { state: "interrupted" }),
      record("b"),
      record("c", { state: "failed" }),
    ];
    expect(going(runs, {})).toEqual(["b", "c"]);
    expect(going(runs, { states: ["interrupted"] })).toEqual(["a"]);
  });

  it("are none that somebody is at work on, though those that were cut off are", () => {
    const runs = [
      record("held", { state: "running", heldUntil: NOW + 1 }),
      record("cut", { state: "running", heldUntil: NOW }),
    ];
    expect(going(runs, { states: ["running", "cut-off"] })).toEqual(["cut"]);
  });

  it("are older than an age, and not so many of the newest", () => {
    const runs = [80_000, 50_000, 20_000].map((createdAt) =>
      record(`of ${createdAt}`, { createdAt }),
    );
    expect(going(runs, { olderThanMs: 30_000 })).toEqual(["of 50000", "of 20000"]);
    expect(going(runs, { keep: 1 })).toEqual(["of 50000", "of 20000"]);
    expect(going(runs, { keep: 2, olderThanMs: 30_000 })).toEqual(["of 20000"]);
  });

  it("are none whose reports an unfinished run keeps", () => {
    const runs = [
      record("rerun", { state: "interrupted", rerunOf: "kept" }),
      record("again", { rerunOf: "free" }),
      record("kept"),
      record("free"),
    ];
    expect(going(runs, {})).toEqual(["again", "free"]);
  });
});

import { describe, expect, it } from "vitest";
import type { RunRecord } from "#core/run-record.ts";
import { isHeld, isUnfinished, runStates } from "#core/run-state.ts";
import { configuration } from "./run-examples.ts";

function record(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    kind: "analysis",
    id: "a",
    list: null,
    configuration: configuration(),
    state: "running",
    attempt: 1,
    heldUntil: 1_000,
    createdAt: 0,
    startedAt: 0,
    endedAt: null,
    error: null,
    rerunOf: null,
    summary: null,
    ...changes,
  };
}

describe("a run's record", () => {
  it("is unfinished in every state but done and failed", () => {
    const unfinished = runStates.filter((state) => isUnfinished({ state }));
    expect(unfinished).toEqual(["waiting", "running", "timeout", "skipped", "interrupted"]);
  });

  it("is held until the moment its time is over, and only while it is running", () => {
    expect(isHeld(record(), 999)).toBe(true);
    expect(isHeld(record(), 1_000)).toBe(false);
    expect(isHeld(record({ heldUntil: null }), 0)).toBe(false);
    expect(isHeld(record({ state: "interrupted" }), 0)).toBe(false);
  });
});

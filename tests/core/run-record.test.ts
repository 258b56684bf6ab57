import { describe, expect, it } from "vitest";
import {
  isHeld,
  isUnfinished,
  type RunRecord,
  runStates,
  runSummarySchema,
  stepRecordSchema,
  summaryOf,
} from "#core/run-record.ts";
import { gap, report, result } from "./examples.ts";
import { configuration } from "./run-examples.ts";

const step = { name: "news_analyst", group: "a/analysts", startedAt: 1, endedAt: 2 };

function record(changes: Partial<RunRecord> = {}): RunRecord {
  return {
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

  it("keeps a step's report and a step's gap apart, whole", () => {
    const done = { ...step, state: "done", error: null, outcome: report() };
    const failed = { ...step, state: "failed", error: "timeout: late", outcome: gap() };
    expect(stepRecordSchema.parse(done)).toEqual(done);
    expect(stepRecordSchema.parse(failed)).toEqual(failed);
  });
});

describe("a result in short", () => {
  it("counts reports, analysts, gaps and flags, and says what was decided and used", () => {
    const whole = result();
    const summary = summaryOf({
      ...whole,
      request: { ...whole.request, analysts: ["market", "news"] },
      gaps: [gap()],
    });
    expect(summary).toMatchObject({
      action: "buy",
      confidence: 0.6,
      horizon: "3m",
      reports: 1,
      analysts: 2,
      gaps: 1,
      flags: 0,
      synthetic: false,
      model: "rules",
      wallMs: whole.timeline.wallMs,
      workMs: whole.timeline.workMs,
      usage: whole.usage,
    });
    expect(runSummarySchema.parse(summary)).toEqual(summary);
  });

  it("has no action, confidence and horizon without a decision", () => {
    expect(summaryOf(result({ decision: null }))).toMatchObject({
      action: null,
      confidence: null,
      horizon: null,
    });
  });
});

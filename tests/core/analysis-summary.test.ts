import { describe, expect, it } from "vitest";
import { runSummarySchema, summaryOf } from "#core/analysis-summary.ts";
import { gap, result } from "./examples.ts";

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

import { describe, expect, it } from "vitest";
import { renderTraceCheck } from "#core/render/trace-check.ts";
import type { TraceCheck } from "#core/trace-check.ts";

const check: TraceCheck = { claim: "they overlap", holds: true, found: "2 of 2", figures: {} };

describe("the printed check of a trace", () => {
  it("has a line for each check, and the verdict last", () => {
    const lines = renderTraceCheck([check, { ...check, claim: "they start", found: "1 ms" }], true);
    expect(lines.split("\n")).toEqual([
      "holds           they overlap: 2 of 2",
      "holds           they start: 1 ms",
      "",
      "Verdict: the work was done at once.",
    ]);
  });

  it("marks what fails and what does not apply", () => {
    const lines = renderTraceCheck(
      [
        { ...check, holds: false },
        { ...check, holds: null },
      ],
      false,
    );
    expect(lines.split("\n")).toEqual([
      "FAILS           they overlap: 2 of 2",
      "not applicable  they overlap: 2 of 2",
      "",
      "Verdict: the work was not done at once.",
    ]);
  });

  it("gives no verdict where nothing applies", () => {
    expect(renderTraceCheck([{ ...check, holds: null }], false)).toContain("Verdict: none.");
  });
});

import { describe, expect, it } from "vitest";
import { renderMarkdown } from "#core/render/markdown.ts";
import type { AnalysisResult } from "#core/result.ts";
import { unknownUsage } from "#core/usage.ts";
import { gap, report, result, spans } from "../samples.ts";

const NOTICE = "SYNTHETIC DATA: every figure is invented.";

function linesOf(changes: Partial<AnalysisResult> = {}): string[] {
  const text = renderMarkdown(result(changes), spans);
  expect(text.endsWith("\n")).toBe(true);
  return text.slice(0, -1).split("\n");
}

describe("the report", () => {
  it("opens with the decision and what it rests on", () => {
    expect(linesOf().slice(0, 3)).toEqual([
      "# AAPL: BUY, confidence 0.60 over three months",
      "",
      "As of 2026-11-20 · data: Yahoo Finance · model: rules (built in, no language model) · 1 of 1 analysts reported",
    ]);
  });

  it("says in its first line and in its last that data is synthetic", () => {
    const lines = linesOf({ data: { source: "demo", synthetic: true, notice: NOTICE } });
    expect(lines[0]).toBe(`> **${NOTICE}**`);
    expect(lines.at(-1)).toContain(NOTICE);
    expect(lines.join("\n")).toContain("data: demo market (synthetic)");
  });

  it("ends by saying that it is no advice", () => {
    expect(linesOf().at(-1)).toBe(
      "*A research aid: no investment advice, and no order is placed.*",
    );
  });

  it("gives levels with their currency, and says which are not set", () => {
    expect(linesOf()).toContain("**Levels:** entry 189.12 USD · stop 170.00 USD · target not set");
  });

  it("gives each report its stance and confidence, or says that they are not stated", () => {
    const unsure = report({ analyst: "macro", stance: null, confidence: null });
    const lines = linesOf({ reports: [report(), unsure] });
    expect(lines).toContain("## Market: bullish (0.70)");
    expect(lines).toContain("## Macro: no stance stated (confidence not stated)");
  });

  it("names each gap with its reason and how long it took", () => {
    const lines = linesOf({ gaps: [gap()] });
    expect(lines).toContain("- **news** (timeout, after 1.50 s): the model took longer than 60 s");
    expect(lines.join("\n")).toContain("1 of 2 analysts reported");
    expect(linesOf()).not.toContain("## Gaps");
  });

  it("says why there is no decision", () => {
    const missing = gap({ analyst: "portfolio_manager", message: "the model is down" });
    const lines = linesOf({ decision: null, gaps: [missing] });
    expect(lines[0]).toBe("# AAPL: no decision");
    expect(lines).toContain("None: the model is down.");
    expect(lines.join("\n")).toContain("1 of 1 analysts reported");
    expect(linesOf({ decision: null })).toContain("None: the run ended before it was made.");
  });

  it("holds each notice once", () => {
    const notices = ["The last bar is 3 days old."];
    const lines = linesOf({ reports: [report({ notices }), report({ notices })] });
    expect(lines.filter((line) => line === `- ${notices[0]}`)).toHaveLength(1);
  });

  it("says what it cost, and what is not known of that", () => {
    expect(linesOf()).toContain(
      "Tokens: 1200 in (unknown cached), 300 out (unknown reasoning) · cost: unknown · data requests: 4 upstream, 5 from the cache, 6 shared in flight",
    );
    const usage = { ...unknownUsage, outputTokens: 0, usd: 0.01234 };
    expect(linesOf({ usage }).join("\n")).toContain(
      "unknown in (unknown cached), 0 out (unknown reasoning) · cost: 0.0123 USD",
    );
  });

  it("draws the timeline", () => {
    expect(linesOf().join("\n")).toMatch(
      /## Timeline\n\n```text\ndispatcher .+critical path: [^\n]+\n```/s,
    );
  });

  it("sends no escape sequence on to the terminal, wherever it came from", () => {
    const bad = "\x1b[2J\x9b\r\b\u202e";
    const lines = linesOf({
      symbol: `A${bad}`,
      model: bad,
      reports: [report({ text: bad, notices: [bad] })],
      gaps: [gap({ message: bad })],
    });
    expect(lines.join("")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

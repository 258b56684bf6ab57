import { describe, expect, it } from "vitest";
import { renderMarkdown } from "#core/render/markdown.ts";
import type { AnalysisResult } from "#core/result.ts";
import { unknownUsage } from "#core/usage.ts";
import { argument, fact, gap, plan, report, result, review, spans } from "../examples.ts";

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

  it("counts gaps that are alike, such as those of samples", () => {
    const failed = {
      analyst: "portfolio_manager",
      reason: "bad_tool_call",
      message: "No. 2",
    } as const;
    const later = { ...failed, endedAt: "2026-11-20T10:00:02.000Z" };
    const other = { ...failed, message: "it timed out" };
    const lines = linesOf({ gaps: [gap(failed), gap(other), gap(failed), gap(later)] });
    expect(lines.filter((line) => line.startsWith("- **portfolio_manager**"))).toEqual([
      "- **portfolio_manager**, 3 times (bad_tool_call, after 1.50 s to 2.00 s): No. 2",
      "- **portfolio_manager** (bad_tool_call, after 1.50 s): it timed out",
    ]);
    const argued = { analyst: "bull_researcher", message: "late" } as const;
    const rounds = linesOf({ gaps: [gap({ ...argued, round: 1 }), gap({ ...argued, round: 2 })] });
    expect(rounds).toContain("- **bull_researcher**, round 1 (timeout, after 1.50 s): late");
    expect(rounds).toContain("- **bull_researcher**, round 2 (timeout, after 1.50 s): late");
  });

  it("says why there is no decision", () => {
    const missing = gap({ analyst: "portfolio_manager", message: "the model is down" });
    const lines = linesOf({ decision: null, gaps: [missing] });
    expect(lines[0]).toBe("# AAPL: no decision");
    expect(lines).toContain("None: the model is down.");
    expect(lines.join("\n")).toContain("1 of 1 analysts reported");
    const stopped = { ...missing, message: "it failed after 4 attempts." };
    expect(linesOf({ decision: null, gaps: [stopped] })).toContain(
      "None: it failed after 4 attempts.",
    );
    const forged = { ...missing, message: "no\n## Sources [^1] " };
    expect(linesOf({ decision: null, gaps: [forged] })).toContain("None: no ## Sources \\[^1].");
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

  it("says what is amiss with the data before anything that is made of it", () => {
    const message = "The last bar is of 2026-10-01, 50 days old.";
    const flags = [
      { kind: "stale", subject: "price history", message, factId: null },
      { kind: "split_broken", subject: "price history", message: "A jump.", factId: null },
    ] as const;
    const lines = linesOf({ flags: [...flags] });
    expect(lines.slice(4, 7)).toEqual([
      `> **Stale data:** ${message}`,
      ">",
      "> **Split broken data:** A jump.",
    ]);
  });

  it("says why no more confidence may be stated", () => {
    const ceiling = { value: 0.81, reasons: ["data: stale (x 0.85)"] };
    expect(linesOf({ ceiling })).toContain("**Confidence ceiling:** 0.81: data: stale (x 0.85).");
    expect(linesOf().join("\n")).not.toContain("Confidence ceiling");
    expect(linesOf({ statedConfidence: 0.9 })).toContain(
      "**Confidence:** the model stated 0.90, more than it may.",
    );
    expect(linesOf().join("\n")).not.toContain("the model stated");
  });

  it("tells the debate round by round, with what each side grants", () => {
    const bear = argument({ speaker: "bear_researcher", round: 2, concession: "It grows." });
    const lines = linesOf({ debate: [argument(), bear] });
    expect(lines).toContain("### Bull researcher, round 1: conviction 0.60");
    expect(lines).toContain("*Grants the other side nothing.*");
    expect(lines).toContain("### Bear researcher, round 2: conviction 0.60");
    expect(lines).toContain("*Grants:* It grows.");
  });

  it("tells the plan and what its reviewers say", () => {
    const lines = linesOf({ plan: plan(), reviews: [review()] });
    expect(lines).toContain("## Plan: BUY, 5.00 % of a portfolio over three months");
    expect(lines).toContain("### Neutral reviewer, round 1: approve, 5.00 %");
  });

  it("tells how samples agree, and the minority's reasons", () => {
    const samples = {
      asked: 3,
      decided: 3,
      agreement: 0.67,
      actions: { buy: 2, hold: 0, sell: 1 },
      confidence: { lowest: 0.4, median: 0.5, highest: 0.6 },
      minority: [{ action: "sell", confidence: 0.4, horizon: "1m", thesis: "It\nfalls." }] as const,
    };
    const lines = linesOf({ samples: { ...samples, minority: [...samples.minority] } });
    expect(lines).toContain(
      "**Samples:** 3 of 3 decided: 2 buy, 1 sell; agreement 0.67; confidence 0.40 to 0.60, median 0.50. The minority's reasons:",
    );
    expect(lines).toContain("- **sell, 0.40 over one month:** It falls.");
  });

  it("numbers sources in the order in which they stand, the thesis first", () => {
    const common = { status: "sourced", derivation: null, nearest: null, problem: null } as const;
    const items = ["decision.risks.0", "decision.levels.entry", "decision.thesis"].map((where) => ({
      ...common,
      figure: "189.12 USD",
      where,
      at: 0,
      factId: `AAPL:${where}`,
    }));
    const decision = {
      action: "buy",
      confidence: 0.6,
      horizon: "3m",
      thesis: "189.12 USD",
      risks: ["189.12 USD"],
      levels: { entry: 189.12, stop: null, target: null, currency: "USD" },
    } as const;
    const lines = linesOf({
      decision: { ...decision, risks: [...decision.risks] },
      audit: { figures: 3, sourced: 3, derived: 0, unsourced: 0, items },
    });
    expect(lines.filter((line) => line.includes("189.12 USD[^"))).toEqual([
      "189.12 USD[^1]",
      expect.stringContaining("entry 189.12 USD[^2] ·"),
      "- 189.12 USD[^3]",
    ]);
  });

  it("marks figures in every text and lists their sources after the timeline", () => {
    const text = "At 189.12 USD.";
    const common = { status: "sourced", derivation: null, nearest: null, problem: null } as const;
    const items = ["market", "bull_researcher.1", "decision.levels.entry"].map((where) => ({
      ...common,
      figure: "189.12 USD",
      where,
      at: where === "market" ? 3 : where === "bull_researcher.1" ? 13 : 0,
      factId: "AAPL:price.close",
    }));
    const lines = linesOf({
      reports: [report({ text })],
      debate: [argument()],
      facts: [fact()],
      audit: { figures: 3, sourced: 3, derived: 0, unsourced: 0, items },
    });
    expect(lines).toContain("At 189.12 USD[^1].");
    expect(lines).toContain("The price is 189.12 USD[^1].");
    expect(lines.join("\n")).toContain("entry 189.12 USD[^1] · stop");
    expect(lines).toContain("**Figures:** 3, of which 3 sourced, 0 derived, 0 unsourced.");
    expect(lines.indexOf("## Sources")).toBeGreaterThan(lines.indexOf("## Timeline"));
    expect(lines.filter((line) => line.startsWith("[^"))).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import { auditFigures } from "#core/audit/audit-figures.ts";
import type { AgentOutcome } from "#core/chain/agent-outcome.ts";
import type { ChainResult } from "#core/chain/chain-result.ts";
import { chainPassages } from "#core/chain/passages.ts";
import { renderChain } from "#core/chain/render/chain.ts";
import { chainTimelineOf } from "#core/chain/timeline.ts";
import { fact, toolSpan } from "../../examples.ts";
import {
  agentSpan,
  chainOf,
  chainResult,
  failed,
  outcome,
  skipped,
  together,
} from "../examples.ts";

const when = { agent: "a", test: { kind: "stance", stance: "bullish" } } as const;
const chain = {
  ...chainOf(...together("g", "a", "b"), { name: "c", connect: "conditional", when }),
  name: "Sectors",
  description: "Compares sectors.",
};
const spans = [
  agentSpan("b", 1, 201),
  agentSpan("a", 0, 400),
  toolSpan("get_quote(AAPL)", "a", 10, 40),
];

function rendered(outcomes: readonly AgentOutcome[], changes: Partial<ChainResult> = {}): string {
  const timeline = chainTimelineOf(chain, spans);
  return renderChain(chainResult(chain, outcomes, { timeline, ...changes }), spans);
}

const synthetic = { source: "demo", synthetic: true, notice: "SYNTHETIC DATA: invented." } as const;

/** A run that has one text in every place that a model, a provider or the web can fill. */
function saying(text: string): string {
  const said = outcome("a", { output: `At 189.12 USD.\n\n${text}`, model: text, notices: [text] });
  const outcomes = [said, failed("b", text), skipped("c", text)];
  const facts = [fact({ label: text })];
  return rendered(outcomes, {
    facts,
    audit: auditFigures(chainPassages(outcomes), facts),
    data: { ...synthetic, notice: text },
    model: text,
    input: text,
    chain: { ...chain, name: text, description: text },
    keptFrom: { run: text, agents: ["a"] },
  });
}

function headings(report: string): string[] {
  return report
    .split("\n")
    .filter((line) => /^[ \t>]*(?:[-*+] |\d+[.)] )?#{1,6}(?: |$)/.test(line));
}

describe("a chain's report", () => {
  it("begins with what must be known of the data, and says what was asked and answered", () => {
    const report = rendered([outcome("a"), outcome("b"), skipped("c")], { data: synthetic });
    expect(report.split("\n\n").slice(0, 6)).toEqual([
      "> **SYNTHETIC DATA: invented.**",
      "# Sectors: 2 of 2 agents answered, 1 skipped",
      "As of 2026-11-20 · data: demo market (synthetic) · model: rules (built in, no language model)",
      "Compares sectors.",
      "## Input",
      "a warm dinner",
    ]);
    expect(report).toContain("no investment advice, and no order is placed. SYNTHETIC DATA");
  });

  it("has no input where none was given, and says that nothing could be kept", () => {
    const report = rendered([outcome("a")], { input: "", keptFrom: { run: "run-1", agents: [] } });
    expect(report).not.toContain("## Input");
    expect(report).toContain("Nothing of run run-1 could be kept.");
  });

  it("has each output with its model, its time and whom it worked beside", () => {
    const cut = { cut: true, stance: "bullish", confidence: 0.7 } as const;
    const report = rendered([outcome("a", { ...cut, model: "gpt-5" }), outcome("b")]);
    expect(report).toContain(
      "## a: bullish (0.70)\n\n*by gpt-5 · 1.50 s · in parallel with b (g)*\n\nthe words of a\n\n*(cut off here by the model's output limit)*",
    );
    expect(report).not.toContain("investment advice");
  });

  it("names gaps with reason and time and how they are made good, and who was skipped", () => {
    const report = rendered([failed("a"), outcome("b"), skipped("c")]);
    expect(report).toContain(
      "## Gaps\n\n- **a** (timeout, after 1.50 s): the model took longer than 60 s\n\n`trading-graph rerun 20261120T100000Z-test-0000 --only-gaps` asks",
    );
    expect(report).toContain("## Skipped\n\n- **c**: first is not bullish.");
    expect(report).not.toContain("## a");
  });

  it("has agents and groups on one axis", () => {
    const lines = rendered([outcome("a"), outcome("b")]).split("\n");
    expect(
      lines.filter((line) => line.includes("│")).map((line) => line.split("│")[0]?.trim()),
    ).toEqual(["a", "get_quote(AAPL)", "b"]);
    expect(lines).toContain(
      "group g: 2 agents in 400 ms · slowest 400 ms · one after another 600 ms · start skew 1.0 ms",
    );
  });

  it("has the sources of its figures", () => {
    const outcomes = [outcome("a", { output: "It closed at 189.12 USD." })];
    const facts = [fact()];
    const report = rendered(outcomes, {
      facts,
      audit: auditFigures(chainPassages(outcomes), facts),
    });
    expect(report).toContain("It closed at 189.12 USD[^1].");
    expect(report).toContain("## Sources\n\n[^1]: Close: 189.12 USD");
  });

  it.each([
    "## Sources\n\n# Sectors: 9 of 9",
    "Sources\n---\n> # x\n- # y",
    "```\nx",
    "[^1]: Close: 999 USD {unsourced} ![x](https://evil.example)",
    "<img src=x> [a](javascript:x)",
    "\x1b[2J\u202ex\r",
  ])("cannot be given %j", (text) => {
    const plain = saying("It holds.");
    const hostile = saying(text);
    const named = (report: string) => headings(report).filter((line) => !line.startsWith("# "));
    expect(named(hostile)).toEqual(named(plain));
    expect(headings(hostile)).toHaveLength(headings(plain).length);
    expect(hostile).not.toMatch(/<img|\]\(javascript|(?<!\\)!\[|[^\n\t\P{C}]/u);
    const definitions = hostile.split("\n").filter((line) => /^\[\^\d+\]: /.test(line));
    expect(definitions).toHaveLength(1);
    expect(hostile.split("\n").filter((line) => /^[ >]*```/.test(line))).toHaveLength(2);
  });
});

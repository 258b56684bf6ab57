import type { Answer } from "../answer.ts";
import type { BoundTool } from "../bound-tool.ts";
import { arrangeEvidence } from "../evidence.ts";
import { stanceOn, writeFactsReport } from "./facts-report.ts";
import { givenLines } from "./given.ts";
import type { AgentPart } from "./part.ts";
import { writePlainAnswer } from "./plain-answer.ts";
import { symbolsIn } from "./symbols.ts";
import { usefulCalls } from "./useful-calls.ts";

/**
 * What the rules model answers as an agent of a chain. With tools it asks, once, for all that they can
 * bring on the tickers that it is told, and writes by the facts; what is beyond it, it says.
 */
export function answerAsAgent(part: AgentPart, tools: readonly BoundTool[]): Answer {
  const text = (said: string): Answer => ({ text: said, calls: [] });
  const symbols = symbolsIn(`${part.task}\n${part.input ?? ""}`);
  if (part.toolsAnswered) return text(reportOf(part, symbols));
  if (tools.length === 0) return text(writePlainAnswer(part, "here it was given no tools"));
  const calls = usefulCalls(tools, symbols, part.task);
  if (calls.length > 0) return { text: "", calls };
  return text(
    writePlainAnswer(part, "what it was given names no ticker in capital letters, such as AAPL"),
  );
}

function reportOf(part: AgentPart, symbols: readonly string[]): string {
  const { facts, asOf, asksStance } = part;
  if (facts.length === 0) return writePlainAnswer(part, "its tools have brought none here");
  const evidence = symbols.map((symbol) => arrangeEvidence(facts, { symbol, asOf }));
  const given = givenLines({ ...part, input: null });
  return [
    writeFactsReport(evidence),
    ...(given.length === 0 ? [] : ["It was also given, and cannot weigh:", given.join("\n")]),
    ...(asksStance ? [stanceOn(evidence)] : []),
  ].join("\n\n");
}

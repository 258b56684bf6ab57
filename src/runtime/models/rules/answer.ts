import { analystNames } from "#core/analyst.ts";
import type { BoundTool } from "./bound-tool.ts";
import type { Prompt } from "./prompt.ts";
import { writeReport } from "./report-text.ts";
import { type ToolRequest, toolRequests } from "./tool-requests.ts";
import { writeGeneralAnswer } from "./writers/general.ts";
import { analystWriters } from "./writers/index.ts";
import { decide, writeDecision } from "./writers/portfolio-manager.ts";

/** A text, or tool calls and no text. */
export interface Answer {
  readonly text: string;
  readonly calls: readonly ToolRequest[];
}

/**
 * What the rules model answers. An analyst that lacks essential facts asks, once a conversation, for
 * all that bound tools can bring; a portfolio manager calls the tool that takes a decision.
 */
export function answer(prompt: Prompt, tools: readonly BoundTool[]): Answer {
  const { role, evidence, request, called } = prompt;
  if (role === "portfolio_manager") {
    const form = tools.find(({ takesDecision }) => takesDecision);
    if (form === undefined) return { text: writeDecision(request, evidence), calls: [] };
    return { text: "", calls: [{ name: form.name, args: decide(request, evidence) }] };
  }
  const analyst = analystNames.find((name) => role === `${name}_analyst`);
  if (analyst === undefined) return { text: writeGeneralAnswer(evidence), calls: [] };
  const writer = analystWriters[analyst];
  const uncalled = new Set(tools.map(({ name }) => name)).difference(called);
  const calls = prompt.toolsAnswered ? [] : toolRequests(writer, evidence, uncalled);
  return calls.length > 0 ? { text: "", calls } : { text: writeReport(writer, evidence), calls };
}

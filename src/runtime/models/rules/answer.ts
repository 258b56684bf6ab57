import { analystNames } from "#core/analyst.ts";
import type { BoundTool } from "./bound-tool.ts";
import type { Prompt } from "./prompt.ts";
import { writeReport } from "./report-text.ts";
import { type ToolRequest, toolRequests } from "./tool-requests.ts";
import { formWriters } from "./writers/forms.ts";
import { writeGeneralAnswer } from "./writers/general.ts";
import { analystWriters } from "./writers/index.ts";

/** A text, or tool calls and no text. */
export interface Answer {
  readonly text: string;
  readonly calls: readonly ToolRequest[];
}

/**
 * What the rules model answers. An analyst that lacks essential facts asks, once a conversation, for
 * all that bound tools can bring; whoever answers with a form calls the tool that takes it.
 */
export function answer(prompt: Prompt, tools: readonly BoundTool[]): Answer {
  const { role, evidence, request, called } = prompt;
  const analyst = analystNames.find((name) => role === `${name}_analyst`);
  if (analyst !== undefined) {
    const writer = analystWriters[analyst];
    const uncalled = new Set(tools.map(({ name }) => name)).difference(called);
    const calls = prompt.toolsAnswered ? [] : toolRequests(writer, evidence, uncalled);
    return calls.length > 0 ? { text: "", calls } : { text: writeReport(writer, evidence), calls };
  }
  const writer = role === null ? undefined : formWriters.get(role);
  if (writer === undefined) return { text: writeGeneralAnswer(evidence), calls: [] };
  const form = tools.find((tool) => writer.fits(tool));
  if (form === undefined) return { text: writer.tell(request, evidence), calls: [] };
  return { text: "", calls: [{ name: form.name, args: writer.fill(request, evidence) }] };
}

import type { AnalystWriter } from "./analyst-writer.ts";
import type { Evidence } from "./evidence.ts";
import { whyNot } from "./instrument.ts";

/** A tool call to ask for. */
export interface ToolRequest {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * The calls that would bring the essential facts a writer lacks, all of them, each once. A fact that
 * is there with its value unknown has been asked for already.
 */
export function toolRequests(
  writer: AnalystWriter,
  evidence: Evidence,
  tools: ReadonlySet<string>,
): ToolRequest[] {
  const { symbol } = evidence;
  if (symbol === null) return [];
  const requests = writer.essentials
    .filter(({ path, tool, ...scope }) => {
      return evidence.fact(path) === null && tools.has(tool) && whyNot(scope, evidence) === null;
    })
    .map(({ tool, args }): ToolRequest => ({ name: tool, args: { symbol, ...args } }));
  return [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
}

import { z } from "zod";
import { type Fact, factSchema } from "./fact.ts";
import { type AnalystReport, gapSchema, reportSchema } from "./report.ts";
import type { AnalysisResult } from "./result.ts";

/** What an analyst's branch brings back: a report or a gap, and what it was made from. */
export const findingsSchema = z.object({
  report: reportSchema.nullable(),
  gap: gapSchema.nullable(),
  facts: z.array(factSchema),
});

export type Findings = z.infer<typeof findingsSchema>;

/** The findings behind a result's reports, so that a later run need not make them again. */
export function findingsOf({
  reports,
  facts,
}: Pick<AnalysisResult, "reports" | "facts">): Findings[] {
  return reports.map((report) => ({ report, gap: null, facts: factsBehind(report, facts) }));
}

/** The facts that somebody's tool calls have brought: each names its call. */
export function factsBehind(
  { toolCalls }: Pick<AnalystReport, "toolCalls">,
  facts: readonly Fact[],
): Fact[] {
  const calls = new Set(toolCalls.map(({ tool, args }) => callKey(tool, args)));
  return facts.filter(({ tool, args }) => calls.has(callKey(tool, args)));
}

function callKey(tool: string, args: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([tool, Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

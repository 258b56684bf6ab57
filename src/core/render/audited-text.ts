import type { AnalysisResult } from "../result.ts";
import { annotated } from "./annotated.ts";
import { createFootnotes } from "./footnotes.ts";

/** Shows a result's texts with their figures' sources. */
export interface AuditedText {
  /** A text as the body of a section; `where` is what the audit calls it. */
  body(where: string, text: string): string;
  /** The same on one line. */
  line(where: string, text: string): string;
  /** The sources cited so far. */
  sources(): string[];
}

export function auditedText({
  audit,
  facts,
}: Pick<AnalysisResult, "audit" | "facts">): AuditedText {
  const footnotes = createFootnotes(facts);
  const items = Map.groupBy(audit.items, ({ where }) => where);
  return {
    body: (where, text) => annotated(text, items.get(where) ?? [], footnotes),
    line: (where, text) => annotated(text, items.get(where) ?? [], footnotes, joined),
    sources: footnotes.lines,
  };
}

function joined(text: string): string {
  return text.replace(/\s+/g, " ");
}

import type { AnalysisResult } from "../result.ts";
import { annotated } from "./annotated.ts";
import { createFootnotes } from "./footnotes.ts";
import { sectionBody } from "./section-body.ts";

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
  const body = (where: string, text: string) =>
    sectionBody(annotated(text, items.get(where) ?? [], footnotes));
  return {
    body,
    // The marks go by places in the text as it was audited, so lines are joined last.
    line: (where, text) =>
      sectionBody(annotated(text, items.get(where) ?? [], footnotes).replace(/\s+/g, " ")),
    sources: footnotes.lines,
  };
}

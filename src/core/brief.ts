import type { z } from "zod";
import { inert, readBlocks } from "./fact-lines.ts";
import { type AnalystReport, type Gap, reportSchema } from "./report.ts";

const viewSchema = reportSchema.pick({ analyst: true, stance: true, confidence: true });

/** An analyst's view, without its reasons. */
export type View = z.infer<typeof viewSchema>;

const VIEWS = /<views>\n([\s\S]*?)\n?<\/views>/g;

/**
 * The merged brief that the portfolio manager reads: every view, every report in the order given,
 * and every gap by name.
 */
export function writeBrief(reports: readonly AnalystReport[], gaps: readonly Gap[]): string {
  const views = reports.map(({ analyst, stance, confidence }) =>
    inert({ analyst, stance, confidence }),
  );
  const texts = reports.map(({ analyst, text }) => `## ${analyst}\n\n${escaped(text)}`);
  const missing = gaps.map(({ analyst, reason }) => `- ${analyst}: no report (${reason})`);
  return [
    `<views>\n${views.join("\n")}\n</views>`,
    `<reports>\n${texts.join("\n\n")}\n</reports>`,
    ...(missing.length > 0 ? [`<gaps>\n${missing.join("\n")}\n</gaps>`] : []),
  ].join("\n\n");
}

/** The views of a brief, in its order. */
export function readViews(prompt: string): View[] {
  return readBlocks(prompt, VIEWS, viewSchema);
}

/** A report is a model's text about hostile text: it may not open or close the brief's blocks. */
function escaped(text: string): string {
  return text.replace(/<(?=\/?\w)/g, "&lt;");
}

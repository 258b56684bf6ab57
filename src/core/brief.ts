import type { z } from "zod";
import { inert, readBlocks } from "./fact-lines.ts";
import { type AnalystReport, type Gap, reportSchema } from "./report.ts";

const viewSchema = reportSchema.pick({ analyst: true, stance: true, confidence: true });

/** An analyst's view, without its reasons. */
export type View = z.infer<typeof viewSchema>;

const REPORTS = /<reports>\n([\s\S]*?)\n?<\/reports>/;
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

/**
 * The reports of a brief by their analysts' names, as they stand in it. An analyst's section begins
 * at the first heading that is its name and ends where the next analyst's begins.
 */
export function readReports(prompt: string): ReadonlyMap<View["analyst"], string> {
  const sections = (REPORTS.exec(prompt)?.[1] ?? "").split(/^## /m);
  return new Map(
    readViews(prompt).flatMap(({ analyst }) => {
      const section = sections.find((one) => one.startsWith(`${analyst}\n`));
      return section === undefined ? [] : [[analyst, section.slice(analyst.length).trim()]];
    }),
  );
}

/**
 * A report is a model's text about hostile text: it may not open or close the brief's blocks, nor
 * begin another analyst's section.
 */
function escaped(text: string): string {
  return text.replace(/<(?=\/?\w)/g, "&lt;").replace(/^##(?= )/gm, "###");
}

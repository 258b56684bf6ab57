import { readReports, readViews, type View } from "#core/brief.ts";
import type { Stance } from "#core/report.ts";

/** A view that counts: with a stance, and a confidence above zero to weigh it by. */
export interface Vote extends View {
  readonly stance: Stance;
  readonly confidence: number;
}

/** What the portfolio manager is told besides the facts. */
export interface Brief {
  readonly votes: readonly Vote[];
  /** What each analyst wrote. */
  readonly reports: ReadonlyMap<View["analyst"], string>;
  /** Who reported without a view to weigh. */
  readonly viewless: readonly View["analyst"][];
  /** Who did not report, and why, as part of a sentence. */
  readonly absent: readonly string[];
  /** The highest confidence allowed. */
  readonly ceiling: number;
}

const BLOCKS = /<(views|reports|gaps|facts)>\n[\s\S]*?\n?<\/\1>/g;
const GAPS = /<gaps>\n([\s\S]*?)\n?<\/gaps>/g;
const GAP = /^- (\w+): no report \((\w+)\)$/gm;
const CEILING = /^Confidence ceiling: (\d*\.?\d+)$/m;
const NO_CEILING = 1;

/**
 * Reads the brief. The ceiling counts only outside the blocks, since a report may hold anything; a
 * view without stance or confidence has no vote.
 */
export function readBrief(request: string): Brief {
  const views = readViews(request);
  const stated = CEILING.exec(request.replace(BLOCKS, ""))?.[1];
  const gaps = [...request.matchAll(GAPS)]
    .flatMap(([, lines = ""]) => [...lines.matchAll(GAP)])
    .map(([, analyst, reason]) => `${analyst} (${reason?.replaceAll("_", " ")})`);
  return {
    votes: views.filter(isVote),
    reports: readReports(request),
    viewless: views.filter((view) => !isVote(view)).map(({ analyst }) => analyst),
    absent: gaps,
    ceiling: stated === undefined ? NO_CEILING : Math.min(NO_CEILING, Number(stated)),
  };
}

function isVote(view: View): view is Vote {
  return view.stance !== null && (view.confidence ?? 0) > 0;
}

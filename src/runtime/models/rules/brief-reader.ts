import { readReports, readViews, type View } from "#core/brief.ts";
import {
  readDebate,
  readPlan,
  readReviews,
  type ToldArgument,
  type ToldPlan,
  type ToldReview,
} from "#core/debate-blocks.ts";
import type { Stance } from "#core/report.ts";
import { ordinal } from "./wording.ts";

/** A view that counts: with a stance, and a confidence above zero to weigh it by. */
export interface Vote extends View {
  readonly stance: Stance;
  readonly confidence: number;
}

/** What whoever speaks after the analysts is told besides the facts. */
export interface Brief {
  readonly votes: readonly Vote[];
  /** What each analyst wrote. */
  readonly reports: ReadonlyMap<View["analyst"], string>;
  /** Who reported without a view to weigh. */
  readonly viewless: readonly View["analyst"][];
  /** Who did not report or speak, and why, as part of a sentence. */
  readonly absent: readonly string[];
  /** Who was to speak in which round, from 1, and did not. */
  readonly silences: readonly { readonly speaker: string; readonly round: number }[];
  /** The highest confidence allowed. */
  readonly ceiling: number;
  /** What bull and bear have argued so far. */
  readonly debate: readonly ToldArgument[];
  readonly plan: ToldPlan | null;
  /** What has been said of the plan so far. */
  readonly reviews: readonly ToldReview[];
}

const BLOCKS = /<(views|reports|gaps|facts|debate|plan|reviews)>\n[\s\S]*?\n?<\/\1>/g;
const GAPS = /<gaps>\n([\s\S]*?)\n?<\/gaps>/g;
const GAP = /^- (\w+)(?:, round (\d+))?: (?:no report|none) \((\w+)\)$/gm;
const CEILING = /^Confidence ceiling: (\d*\.?\d+)$/m;
const NO_CEILING = 1;

/**
 * Reads the brief and what was said of it. The ceiling counts only outside the blocks, since a report
 * may hold anything; a view without stance or confidence has no vote.
 */
export function readBrief(request: string): Brief {
  const views = readViews(request);
  const stated = CEILING.exec(request.replace(BLOCKS, ""))?.[1];
  const gaps = [...request.matchAll(GAPS)].flatMap(([, lines = ""]) => [...lines.matchAll(GAP)]);
  return {
    votes: views.filter(isVote),
    reports: readReports(request),
    viewless: views.filter((view) => !isVote(view)).map(({ analyst }) => analyst),
    absent: gaps.map(([, who = "", round, reason = ""]) => absence(who, round, reason)),
    silences: gaps.flatMap(([, speaker = "", round]) =>
      round === undefined ? [] : [{ speaker, round: Number(round) }],
    ),
    ceiling: stated === undefined ? NO_CEILING : Math.min(NO_CEILING, Number(stated)),
    debate: readDebate(request),
    plan: readPlan(request),
    reviews: readReviews(request),
  };
}

/** The round that one of some speakers is asked in, from 1: after all that were held. */
export function roundFor(
  speakers: readonly string[],
  { debate, reviews, silences }: Brief,
): number {
  const held = [...debate, ...reviews, ...silences].filter(({ speaker }) =>
    speakers.includes(speaker),
  );
  return 1 + Math.max(0, ...held.map(({ round }) => round));
}

/** @example absence("bear_researcher", "1", "timeout") // "bear researcher in the first round (timeout)" */
function absence(who: string, round: string | undefined, reason: string): string {
  const when = round === undefined ? "" : ` in the ${ordinal(Number(round))} round`;
  return `${words(who)}${when} (${words(reason)})`;
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}

function isVote(view: View): view is Vote {
  return view.stance !== null && (view.confidence ?? 0) > 0;
}

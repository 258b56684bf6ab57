import type { AnalystName } from "#core/analyst.ts";
import { isOutOfScope } from "./analyst-writer.ts";
import type { Brief } from "./brief-reader.ts";
import type { Evidence } from "./evidence.ts";
import { stanceSigns } from "./vote.ts";
import { capitalised } from "./wording.ts";
import { analystWriters } from "./writers/index.ts";

/** A sentence that stands in an analyst's report, and which way it points. */
export interface Point {
  readonly analyst: AnalystName;
  /** What it is about, as part of a sentence: "the trend". */
  readonly noun: string;
  readonly text: string;
  /** -1 (bearish) to 1 (bullish); 0 points nowhere. */
  readonly signal: number;
  /** 0 to 1: how far it points times how much it counts. */
  readonly strength: number;
}

/** A sentence that points less clearly than this says less than the report's own summary. */
const CLEAR = 0.3;
/** The weight of the observations that count the most. */
const FULL_WEIGHT = 3;

const IN_SHORT = /^\*\*In short:\*\* (\S.*)$/m;

/**
 * What the reports say that the facts at hand bear out, in their own words, in the reports' order; of
 * a report with a view that no clear sentence bears out, its summary.
 *
 * Whoever reads the reports holds fewer facts than the analysts did, so a sentence drawn from them
 * anew may say something else than the report does: only what stands there counts.
 */
export function pointsIn({ votes, reports }: Brief, evidence: Evidence): Point[] {
  return [...reports].flatMap(([analyst, report]) => {
    const seen = sentencesIn(analyst, report, evidence);
    const vote = votes.find((one) => one.analyst === analyst);
    const sign = vote === undefined ? 0 : stanceSigns[vote.stance];
    if (vote === undefined || sign === 0 || seen.some((point) => isClear(point, sign))) return seen;
    return [...seen, ...summaryOf(analyst, report, sign * Math.max(CLEAR, vote.confidence))];
  });
}

/** The points that clearly lean one way (1 or -1), the strongest first. */
export function pointsTowards(points: readonly Point[], sign: number): Point[] {
  return points.filter((point) => isClear(point, sign)).toSorted((a, b) => b.strength - a.strength);
}

/** The points that lean one way at all, the strongest first. */
export function leaningTowards(points: readonly Point[], sign: number): Point[] {
  return points
    .filter(({ signal }) => signal * sign > 0)
    .toSorted((a, b) => b.strength - a.strength);
}

function isClear({ signal }: Point, sign: number): boolean {
  return signal * sign >= CLEAR;
}

function sentencesIn(analyst: AnalystName, report: string, evidence: Evidence): Point[] {
  return analystWriters[analyst].topics
    .filter((topic) => !isOutOfScope(topic, evidence))
    .flatMap(({ noun, observe }) => {
      return observe(evidence)
        .filter((one) => one !== null)
        .filter(({ text }) => report.includes(text))
        .map(({ text, signal, weight }) => ({ analyst, noun, text, ...force(signal, weight) }));
    });
}

function summaryOf(analyst: AnalystName, report: string, signal: number): Point[] {
  const summary = IN_SHORT.exec(report)?.[1];
  if (summary === undefined) return [];
  const noun = `the ${analyst} report`;
  return [{ analyst, noun, text: capitalised(summary), ...force(signal, 1) }];
}

function force(signal: number, weight: number) {
  return { signal, strength: Math.min(1, (Math.abs(signal) * weight) / FULL_WEIGHT) };
}

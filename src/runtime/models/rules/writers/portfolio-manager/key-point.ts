import { observationsOf } from "../../analyst-writer.ts";
import type { Vote } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import * as say from "../../wording.ts";
import { analystWriters } from "../index.ts";
import { stanceSigns } from "./vote.ts";

/** A sentence that points less clearly than this says less than the report's own summary. */
const CLEAR = 0.3;

const IN_SHORT = /^\*\*In short:\*\* (\S.*)$/m;

/**
 * What a report gives most in favour of its analyst's stance, in its own words: the sentence that the
 * facts at hand bear out and weigh the heaviest, else the summary; null where it has neither.
 *
 * The manager holds fewer facts than the analyst, so a sentence drawn from them anew may say something
 * else than the report does: only what stands there counts.
 */
export function keyPoint(
  { analyst, stance }: Vote,
  report: string,
  evidence: Evidence,
): string | null {
  const sign = stanceSigns[stance];
  const [strongest] = observationsOf(analystWriters[analyst].topics, evidence)
    .filter(({ text, signal }) => signal * sign >= CLEAR && report.includes(text))
    .toSorted((a, b) => (b.signal * b.weight - a.signal * a.weight) * sign);
  if (strongest !== undefined) return strongest.text;
  const summary = IN_SHORT.exec(report)?.[1];
  return summary === undefined ? null : say.capitalised(summary);
}

import type { AuditedFigure } from "../audit/audit.ts";
import type { Footnotes } from "./footnotes.ts";
import { inline } from "./inline.ts";
import { namedValue } from "./named-value.ts";

/** What the audit says of a nearest fact: "direction: RSI (14) is 28.30", "Last close is of 2026-11-20". */
const STATED = /^(?:(direction|period|currency|unit): )?(.+) is (?:of )?(.+)$/s;

/**
 * The mark behind a figure without a source: what is wrong, where that is more than the value, and the
 * nearest fact, once.
 *
 * @example "{unsourced}"
 * @example "{unsourced, wrong direction; nearest: -13.08 % (change over 1 month)}"
 */
export function unsourcedMark(item: AuditedFigure, footnotes: Footnotes): string {
  const { problem, nearest } = item;
  if (nearest === null) return marked(problem === null ? "" : `, ${inline(problem)}`);
  const [, kind, label, value] = STATED.exec(problem ?? "") ?? [];
  const wrong = kind === undefined ? "" : `, wrong ${kind}`;
  const fact =
    label === undefined || value === undefined
      ? footnotes.describe(nearest)
      : namedValue(value, label);
  return marked(`${wrong}; nearest: ${fact}`);
}

function marked(words: string): string {
  return `{unsourced${words}}`;
}

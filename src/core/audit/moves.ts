import type { Known } from "./known.ts";
import type { Sentence } from "./sentences.ts";
import { stated, unsourced, type Verdict } from "./verdict.ts";
import type { WrittenFigure } from "./written-figure.ts";

const FROM = /\bfrom (?:about |around |some |roughly )?$/i;
const TO = /\bto (?:about |around |some |roughly )?$/i;
/** What may stand between the two ends of a move: a date, a bracket, no other clause. */
const FROM_BEFORE = /^[^.;:]{0,30}\bfrom (?:about |around |some |roughly )?$/i;
const TO_BEFORE = /^[^.;:]{0,30}\bto (?:about |around |some |roughly )?$/i;
/** How far before a move its verb may stand. */
const VERB_WITHIN = 40;

/**
 * Marks the end of a move that is told the wrong way: "fell from 49.80B to 57.30B" of values that rose,
 * and "rose from 28 to 46" where 46 came first.
 */
export function markMoves(sentence: Sentence, verdicts: Map<WrittenFigure, Verdict>): void {
  const values = sentence.figures.filter(({ period }) => period === null);
  for (const [place, first] of values.entries()) {
    const second = values[place + 1];
    const move = second === undefined ? null : moveOf(sentence, first, second);
    if (move === null) continue;
    const [start, end] = [verdicts.get(move.start)?.known, verdicts.get(move.end)?.known];
    if (start == null || end == null || start.unit !== end.unit) continue;
    const problem = problemOf(move.way, start, end);
    if (problem !== null) {
      verdicts.set(move.end, unsourced(end.factId, `${problem}: ${stated(end)}`));
    }
  }
}

interface Move {
  readonly way: "up" | "down";
  readonly start: WrittenFigure;
  readonly end: WrittenFigure;
}

/** "rose from A to B" or "rose to B from A", with a plain verb; null for anything else. */
function moveOf(sentence: Sentence, first: WrittenFigure, second: WrittenFigure): Move | null {
  const head = sentence.text.slice(sentence.from, first.at);
  const between = sentence.text.slice(first.at + first.text.length, second.at);
  const forwards = FROM.test(head) && TO_BEFORE.test(between);
  if (!forwards && !(TO.test(head) && FROM_BEFORE.test(between))) return null;
  const signs = sentence.signs.filter(
    ({ from, to }) => to <= first.at && from >= first.at - VERB_WITHIN,
  );
  if (signs.some(({ meaning }) => meaning.includes("doubt"))) return null;
  const verb = signs.findLast(({ meaning }) => meaning.includes("up") || meaning.includes("down"));
  if (verb === undefined) return null;
  const way = verb.meaning.includes("up") ? "up" : "down";
  return forwards ? { way, start: first, end: second } : { way, start: second, end: first };
}

function problemOf(way: Move["way"], start: Known, end: Known): "direction" | "period" | null {
  const rise = end.value - start.value;
  if (way === "up" ? rise < 0 : rise > 0) return "direction";
  return isBefore(end, start) ? "period" : null;
}

/** Whether a value is of an earlier time than another of the same thing. */
function isBefore({ topic, when }: Known, other: Known): boolean {
  if (topic !== other.topic || when.basis !== other.when.basis) return false;
  if (when.end !== null && other.when.end !== null) return when.end < other.when.end;
  return when.ago !== null && other.when.ago === null;
}

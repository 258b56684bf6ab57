import { dateAt, isYear } from "../audit/reading/dates.ts";
import { dashAt, gluedAt, markAt, type Token, wordAt } from "../audit/reading/token.ts";

/**
 * The place after what holds digits there and is no number of its own: a date, a year behind a word such
 * as "in", or what counts the points of a list. The place itself where there is none.
 *
 * @param from where the reading has begun: what stands before it says nothing of a year
 */
export function passedOver(tokens: readonly Token[], place: number, from: number): number {
  return (
    dateAt(tokens, place)?.to ??
    slashedDate(tokens, place) ??
    year(tokens, place, from) ??
    listMarker(tokens, place) ??
    place
  );
}

/** 6/5/2024 */
function slashedDate(tokens: readonly Token[], place: number): number | null {
  const joined = [1, 2, 3, 4].every((offset) => gluedAt(tokens, place + offset));
  const slashed = [1, 3].every((offset) => markAt(tokens, place + offset) === "/");
  const counted = [0, 2, 4].every((offset) => /^\d{1,4}$/.test(tokens[place + offset]?.text ?? ""));
  return joined && slashed && counted ? place + 5 : null;
}

const BEFORE_YEARS: ReadonlySet<string> = new Set(
  "in since by until of for from during".split(" "),
);

/** in 2024, from 2020 to 2024, of 2023-2024 */
function year(tokens: readonly Token[], place: number, from: number): number | null {
  const isNamed = place > from && BEFORE_YEARS.has(wordAt(tokens, place - 1));
  if (!isNamed || !standsAlone(tokens, place)) return null;
  const isJoined = dashAt(tokens, place + 1) || wordAt(tokens, place + 1) === "to";
  return isJoined && standsAlone(tokens, place + 2) ? place + 3 : place + 1;
}

/** A year that no unit makes a number. */
function standsAlone(tokens: readonly Token[], place: number): boolean {
  return isYear(tokens, place) && markAt(tokens, place + 1) !== "%";
}

/** "1." or "2)" at the beginning of a line or a heading that goes on behind it. */
function listMarker(tokens: readonly Token[], place: number): number | null {
  if (!/^\d{1,3}$/.test(tokens[place]?.text ?? "") || !beginsLine(tokens, place)) return null;
  const isMarked = [".", ")"].includes(markAt(tokens, place + 1)) && gluedAt(tokens, place + 1);
  const next = tokens[place + 2];
  const goesOn = next !== undefined && next.kind !== "break" && !next.glued;
  return isMarked && goesOn ? place + 2 : null;
}

function beginsLine(tokens: readonly Token[], place: number): boolean {
  let before = place - 1;
  while (["#", ">"].includes(markAt(tokens, before))) before -= 1;
  return before < 0 || tokens[before]?.kind === "break";
}

import type { Duration } from "./durations.ts";
import { markAt, type Token, wordAt } from "./token.ts";

/** Lengths in days that name what is measured and state nothing: "in the last 30 days". */
const WINDOWS: ReadonlySet<number> = new Set([1, 5, 7, 10, 14, 20, 30, 50, 60, 90, 100, 180, 200]);

/** Lengths that a comparison goes back by: "46.68 five days ago". */
const COMPARED: ReadonlySet<number> = new Set([5, 30, 90]);

/** What follows days that state something. */
const STATES: ReadonlySet<string> = new Set(
  "away old later left until till before out remaining from to".split(" "),
);

/** What stands before days that something is measured over. */
const SPANS: ReadonlySet<string> = new Set(
  [
    "over last past next within previous prior trailing the these every first during preceding",
    "coming rolling recent through across each per",
  ].flatMap((words) => words.split(" ")),
);

const HEDGES: ReadonlySet<string> = new Set(
  "about roughly around approximately just only nearly almost some exactly".split(" "),
);

/**
 * Whether a count of days is a figure of its own ("in 80 days", "149 days ago") and not the length of
 * what another figure is measured over ("lost 3 % in 30 days").
 *
 * @param place where it begins
 */
export function statesDays(tokens: readonly Token[], place: number, duration: Duration): boolean {
  if (duration.unit !== "d" || duration.form !== "plain" || !duration.digits) return false;
  const after = wordAt(tokens, duration.to);
  if (after === "ago") return !COMPARED.has(duration.count);
  if (STATES.has(after)) return true;
  const before = HEDGES.has(wordAt(tokens, place - 1)) ? place - 2 : place - 1;
  const word = wordAt(tokens, before);
  if (word === "in") return !endsMeasure(tokens, before - 1);
  return !SPANS.has(word) && !WINDOWS.has(duration.count);
}

/** Whether a measure ends at a place, of which "in 30 days" says the time that it took. */
function endsMeasure(tokens: readonly Token[], place: number): boolean {
  if (tokens[place]?.kind === "number" || markAt(tokens, place) === "%") return true;
  return MEASURES.has(wordAt(tokens, place));
}

const MEASURES: ReadonlySet<string> = new Set(["percent", "cent", "points", "bps"]);

import { type Numeral, numeral } from "./numeral.ts";
import { currencyBefore } from "./prefix.ts";
import { hyphenAt, markAt, type Token, wordAt } from "./token.ts";

/** A ratio to one, and the place after it. */
interface Odds {
  readonly numeral: Numeral;
  readonly to: number;
}

/** How many tokens about a ratio may say that it is one of reward to risk. */
const [BEFORE, AFTER] = [8, 5];

/**
 * "1.8:1", "1.8 to 1", "1.8-to-1": what may be won for each that is risked, where the words about it
 * speak of a risk; null for any other ratio, which is a name: a split of 4:1.
 */
export function oddsAt(tokens: readonly Token[], place: number): Odds | null {
  if (tokens[place]?.kind !== "number") return null;
  const one = oneAfter(tokens, place + 1);
  if (one === null || currencyBefore(tokens, place, 0) !== null) return null;
  if (!speaksOfRisk(tokens, place, one)) return null;
  const digits = numeral(tokens[place]?.text ?? "");
  return digits === null ? null : { numeral: digits, to: one + 1 };
}

/** Where the one stands that a ratio ends in; null where it ends in anything else. */
function oneAfter(tokens: readonly Token[], joint: number): number | null {
  const hyphened = hyphenAt(tokens, joint) && hyphenAt(tokens, joint + 2) ? 1 : 0;
  const isJoint = markAt(tokens, joint) === ":" || wordAt(tokens, joint + hyphened) === "to";
  const one = joint + 1 + 2 * hyphened;
  const isBare = !"%$€£¥".includes(markAt(tokens, one + 1) || " ");
  return isJoint && isBare && tokens[one]?.text === "1" ? one : null;
}

function speaksOfRisk(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = Math.max(0, from - BEFORE); at <= to + AFTER; at += 1) {
    if (RISK.has(wordAt(tokens, at))) return true;
  }
  return false;
}

const RISK: ReadonlySet<string> = new Set(["risk", "risks", "risked", "reward", "payoff"]);

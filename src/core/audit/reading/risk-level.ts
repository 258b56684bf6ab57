import { markAt, type Token, wordAt } from "./token.ts";

const LEVELS: ReadonlySet<string> = new Set(["90", "95", "97.5", "99", "95.0", "99.0"]);
const BEFORE: ReadonlySet<string> = new Set(["risk", "var", "cvar", "shortfall", "confidence"]);
const AFTER: ReadonlySet<string> = new Set([...BEFORE, "value"]);

/** How far from the number its name may stand: "the 95 % one-day VaR". */
const REACH = 4;

/**
 * Whether a percentage is the level of a measure of risk and names it: "value at risk 95 %",
 * "VaR (95%)", "95 % confidence".
 *
 * @param place where the number stands
 * @param to the place after its percent sign
 */
export function isRiskLevel(tokens: readonly Token[], place: number, to: number): boolean {
  if (!LEVELS.has(tokens[place]?.text ?? "")) return false;
  const before = markAt(tokens, place - 1) === "(" || wordAt(tokens, place - 1) === "at" ? 2 : 1;
  if (BEFORE.has(wordAt(tokens, place - before))) return true;
  for (let at = to; at < to + REACH; at++) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== "word" && token.text !== "-")) return false;
    if (AFTER.has(token.word)) return true;
  }
  return false;
}

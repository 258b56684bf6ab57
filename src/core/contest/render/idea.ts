/** The comments, line and block, that a code begins with. */
const OPENING = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/;
const SIGNS = /^[\s/*]+|[\s/*]+$/g;
const LONGEST = 160;

/**
 * What a strategy says it does: the first line of words in the comments that it begins with, cut when it
 * is long; null where there are none.
 *
 * @example ideaOf("// Buys dips.\nfunction execute_trade() {}") // "Buys dips."
 */
export function ideaOf(code: string): string | null {
  const [opening = ""] = OPENING.exec(code) ?? [];
  const lines = opening.split("\n").map((line) => line.replace(SIGNS, ""));
  const idea = lines.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? null;
  return idea !== null && idea.length > LONGEST ? `${idea.slice(0, LONGEST)}…` : idea;
}

import { createContext, Script } from "node:vm";
import { PATTERN_FLAGS } from "#core/chain/condition.ts";

/** Of a text, in UTF-16 units. */
const LONGEST_TEXT = 200_000;
/** Far more than an honest pattern needs, also on a busy machine. */
const LIMIT_MS = 500;

const search = new Script("new RegExp(pattern, flags).test(text)");

/**
 * Whether a regular expression finds something in a text, whatever the case of its letters; a dot matches
 * line breaks too. Since a pattern can run for ever, it is given a time; it holds the thread until then.
 *
 * @returns null where that was not enough
 * @throws SyntaxError for what is no regular expression
 */
export function matchesWithin(pattern: string, text: string, limitMs = LIMIT_MS): boolean | null {
  const given = { pattern, flags: PATTERN_FLAGS, text: text.slice(0, LONGEST_TEXT) };
  try {
    return search.runInContext(createContext(given), { timeout: limitMs }) === true;
  } catch (thrown) {
    if (isTimeout(thrown)) return null;
    throw thrown;
  }
}

/** What is thrown belongs to the script's own world, where Error is another one. */
function isTimeout(thrown: unknown): boolean {
  const hasCode = typeof thrown === "object" && thrown !== null && "code" in thrown;
  return hasCode && thrown.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

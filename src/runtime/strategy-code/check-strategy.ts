import { findProblems } from "./find-problems.ts";
import { parseStrategy } from "./parse-strategy.ts";
import { plainText } from "./plain-text.ts";
import { strategyError, unusable } from "./problem.ts";
import { ENTRY, type StrategyCode } from "./strategy-code.ts";
import { withoutExports } from "./without-exports.ts";

/** Bytes: some thousand lines, more than any strategy needs. */
const MOST_BYTES = 100_000;

/**
 * Checks that a text can be a strategy: a script of JavaScript with a synchronous `execute_trade` at its
 * top level that returns something. Types of TypeScript, `export` and `module.exports` are taken off; lines stay where
 * they are. This helps whoever wrote it and secures nothing: the sandbox does that.
 *
 * @throws DeskError `strategy` with every problem found; facts `kind` and `problems` (see Problem)
 */
export async function checkStrategy(text: string): Promise<StrategyCode> {
  const given = plainText(text);
  if (given.trim() === "") {
    throw unusable("no_code", `There is no code: a strategy defines function ${ENTRY}.`);
  }
  const bytes = Buffer.byteLength(given);
  if (bytes > MOST_BYTES) {
    const [has, most] = [bytes, MOST_BYTES].map((count) => count.toLocaleString("en-GB"));
    throw unusable("syntax", `The strategy has ${has} bytes of code; at most ${most} are taken.`);
  }
  const { program, code, notes } = await parseStrategy(given);
  const found = findProblems(program, code);
  if (found !== null) throw strategyError(found.kind, found.problems);
  const plain = withoutExports(program, code);
  const exported = plain === code ? [] : ["Exports were taken off: a strategy is a script."];
  return { code: plain, notes: [...notes, ...exported] };
}

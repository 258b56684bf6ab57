import { checkStrategy } from "./check-strategy.ts";
import { fencedBlocks } from "./fenced-blocks.ts";
import { plainText } from "./plain-text.ts";
import { unusable } from "./problem.ts";
import { ENTRY, type StrategyCode } from "./strategy-code.ts";
import { withoutThoughts } from "./thoughts.ts";

const DEFINES = new RegExp(`function\\b[\\s*]*\\b${ENTRY}\\b|\\b${ENTRY}\\s*=`);
const UNCLOSED = "The block of code was not closed: its end may be missing.";

/**
 * Reads the strategy off a model's answer: the last fenced block that defines `execute_trade`, or names
 * it where none defines it; an answer without any block is taken for the code itself. What stands
 * between thinking tags does not count.
 *
 * @throws DeskError `strategy`: of kind `no_code`, and whatever `checkStrategy` finds
 */
export async function readStrategy(answer: string): Promise<StrategyCode> {
  const said = withoutThoughts(plainText(answer));
  const blocks = fencedBlocks(said);
  const found =
    blocks.findLast(({ text }) => DEFINES.test(text)) ??
    blocks.findLast(({ text }) => text.includes(ENTRY)) ??
    (blocks.length === 0 && said.includes(ENTRY) ? { text: said.trim(), closed: true } : null);
  if (found === null) throw unusable("no_code", whyNone(answer, blocks.length));
  const { code, notes } = await checkStrategy(found.text);
  return { code, notes: [...(found.closed ? [] : [UNCLOSED]), ...notes] };
}

function whyNone(answer: string, blocks: number): string {
  if (answer.trim() === "") return "The answer is empty: it holds no strategy.";
  const wanted = `Give the whole strategy in one fenced block that defines function ${ENTRY}(market, portfolio).`;
  if (blocks > 0) return `No block of code in the answer names ${ENTRY}. ${wanted}`;
  return `The answer holds no code that names ${ENTRY}. ${wanted}`;
}

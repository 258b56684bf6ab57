const NAMES = "think|thinking|thought|thoughts|reasoning|reflection|scratchpad|analysis";

/** Tags that models put around what they think: <think>, [THINK], ◁think▷, <|begin_of_thought|>. */
const TAG = new RegExp(
  `(?:(?<lineStart>^[ \\t]*)|)(?:</?(?:\\w{1,20}:)?(?:${NAMES})>|\\[/?think\\]|◁/?think▷|<\\|(?:begin|end)_of_thought\\|>)`,
  "gim",
);
const CLOSING = /\/|end_of/i;

/**
 * An answer without what its model was thinking. An opening tag that is never closed takes the rest
 * with it, where it begins a line (in a line it may be code); a closing one that was never opened takes
 * all that stands before it, since some models are begun inside their thoughts.
 */
export function withoutThoughts(answer: string): string {
  const tags = [...answer.matchAll(TAG)].map((tag) => ({
    start: tag.index,
    end: tag.index + tag[0].length,
    closes: CLOSING.test(tag[0]),
    beginsLine: tag.groups?.lineStart !== undefined,
  }));
  const lastClosing = tags.findLast(({ closes }) => closes)?.start ?? -1;
  let kept: string[] = [];
  let from = 0;
  let thinking = false;
  for (const { start, end, closes, beginsLine } of tags) {
    if (closes) {
      if (!thinking) kept = [];
      thinking = false;
      from = end;
    } else if (!thinking && (start < lastClosing || beginsLine)) {
      kept.push(answer.slice(from, start));
      thinking = true;
    }
  }
  return [...kept, ...(thinking ? [] : [answer.slice(from)])].join("");
}

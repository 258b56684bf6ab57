/** Where a line of a text begins and ends, in characters; lines count from 1. */
export function lineSpan(
  text: string,
  line: number,
): { readonly from: number; readonly to: number } {
  const lines = text.split("\n");
  const before = lines.slice(0, Math.max(0, line - 1));
  const from = before.reduce((sum, one) => sum + one.length + 1, 0);
  return {
    from: Math.min(from, text.length),
    to: Math.min(from + (lines[line - 1]?.length ?? 0), text.length),
  };
}

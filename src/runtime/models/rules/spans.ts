import type { Evidence } from "./evidence.ts";
import { isNothing, list, percent } from "./wording.ts";

const SPANS = [
  ["1m", "one month"],
  ["3m", "three months"],
  ["1y", "one year"],
] as const;

/**
 * The changes known over one month, three months and one year, each verb said once in a row; null
 * where none is known. `path` is what stands before the span, such as `price.change_`.
 *
 * @example "gained 3.10 % over one month and 8.00 % over three months and lost 1.20 % over one year"
 */
export function changesOver({ number }: Evidence, path: string): string | null {
  const known = SPANS.flatMap(([span, words]) => {
    const change = number(`${path}${span}`);
    return change === null ? [] : [{ verb: verbOf(change.value), change: change.value, words }];
  });
  const runs: { verb: string; parts: string[] }[] = [];
  for (const { verb, change, words } of known) {
    const part = isNothing(change) ? `over ${words}` : `${percent(change)} over ${words}`;
    if (runs.at(-1)?.verb === verb) runs.at(-1)?.parts.push(part);
    else runs.push({ verb, parts: [part] });
  }
  return runs.length === 0 ? null : list(runs.map(({ verb, parts }) => `${verb} ${list(parts)}`));
}

function verbOf(change: number): string {
  if (isNothing(change)) return "stood still";
  return change > 0 ? "gained" : "lost";
}

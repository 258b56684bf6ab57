import type { SplitJump } from "#core/split-jumps.ts";

const NAMED = 3;

/** The newest jumps of a price history by day and factor, and how many there are before. */
export function jumpsInWords(jumps: readonly SplitJump[]): string {
  const named = jumps.slice(-NAMED).map(inWords);
  const earlier = jumps.length - named.length;
  return [...named, ...(earlier > 0 ? [`and ${earlier} earlier`] : [])].join("; ");
}

function inWords({ date, factor, split }: SplitJump): string {
  const times = Number(factor.toPrecision(3));
  return split === null
    ? `${date}: x${times}, no split known`
    : `${date}: x${times}, that day's split of ${ratioInWords(split.ratio)} not adjusted for`;
}

/** A ratio of 4 as "4:1", of 0.1 as "1:10". */
function ratioInWords(ratio: number): string {
  const round = (value: number) => Number(value.toPrecision(3));
  return ratio >= 1 ? `${round(ratio)}:1` : `1:${round(1 / ratio)}`;
}

/** When something was at work; null has not ended yet. In milliseconds. */
interface Times {
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/**
 * Things in as few lanes as keep them apart: each takes the first lane that is free when it begins, so
 * that none changes its lane later.
 */
export function inLanes<Item>(items: readonly Item[], timesOf: (item: Item) => Times): Item[][] {
  const lanes: { readonly items: Item[]; free: number }[] = [];
  const sorted = items.toSorted((a, b) => timesOf(a).startedAt - timesOf(b).startedAt);
  for (const item of sorted) {
    const { startedAt, endedAt } = timesOf(item);
    const until = endedAt ?? Number.POSITIVE_INFINITY;
    const lane = lanes.find(({ free }) => free <= startedAt);
    if (lane === undefined) lanes.push({ items: [item], free: until });
    else {
      lane.items.push(item);
      lane.free = until;
    }
  }
  return lanes.map(({ items }) => items);
}

/**
 * Does a piece of work for each item, at most so many at once, beginning with the first. One that
 * fails ends no other. Once the signal is aborted no more is begun, and those not begun are rejected
 * with its reason; what has begun ends by itself.
 *
 * @param atOnce 1 or more
 * @returns what came of each, in the items' order
 */
export async function mapBounded<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Value>,
  signal?: AbortSignal,
): Promise<PromiseSettledResult<Value>[]> {
  const outcomes: PromiseSettledResult<Value>[] = [];
  // All workers draw from the one queue.
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) {
      try {
        signal?.throwIfAborted();
        outcomes[index] = { status: "fulfilled", value: await work(item, index) };
      } catch (reason) {
        outcomes[index] = { status: "rejected", reason };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return outcomes;
}

/** Things under keys, each given out once, in the order in which they were put there. */
export interface Shelf<T> {
  /** The next under a key; null when there is none, or none left. */
  take(key: string): T | null;
}

export function createShelf<T>(things: readonly T[], keyOf: (thing: T) => string): Shelf<T> {
  const byKey = Map.groupBy(things, keyOf);
  return { take: (key) => byKey.get(key)?.shift() ?? null };
}

/** The same thing of two runs. */
export interface Pair<Value> {
  readonly a: Value;
  readonly b: Value;
}

/** What something is in each of two. */
export function pairOf<Whole, Value>(
  { a, b }: Pair<Whole>,
  find: (whole: Whole) => Value,
): Pair<Value> {
  return { a: find(a), b: find(b) };
}

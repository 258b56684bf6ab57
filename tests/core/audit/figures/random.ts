import { seededRandom } from "#runtime/market-data/demo/random.ts";

/** Choices that are the same for the same key. */
export interface Random {
  /** From 0 to one below. */
  below(count: number): number;
  pick<T>(values: readonly T[]): T;
}

export function createRandom(key: string): Random {
  const { whole } = seededRandom(key);
  const below = (count: number) => whole(0, count - 1);
  return {
    below,
    pick<T>(values: readonly T[]): T {
      const [value] = values.slice(below(values.length));
      if (value === undefined) throw new Error("nothing to pick from");
      return value;
    },
  };
}

import type { ReturnPair } from "#core/risk/returns.ts";

/** Sixty pairs of variance 2 and 1 and covariance 1, in squared percent. */
export const sixtyPairs: readonly ReturnPair[] = Array.from({ length: 15 }, (): ReturnPair[] => [
  [0.02, 0.01],
  [0, 0.01],
  [-0.02, -0.01],
  [0, -0.01],
]).flat();

/** The same benchmark beside an asset that is some function of it. */
export function pairsOf(asset: (benchmark: number) => number): ReturnPair[] {
  return sixtyPairs.map(([, benchmark]) => [asset(benchmark), benchmark]);
}

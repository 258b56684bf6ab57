import { gainText, ratioText } from "../../render/fractions.ts";

/**
 * What a strategy has come to, or why it has come to nothing.
 *
 * @example "Sharpe 0.82, +34.10 % out of sample"
 */
export function outcomeWords(outcome: {
  readonly sharpe: number | null;
  readonly totalReturn: number | null;
  readonly failure: string | null;
}): string {
  const { sharpe, totalReturn, failure } = outcome;
  return failure ?? `Sharpe ${ratioText(sharpe)}, ${gainText(totalReturn)} out of sample`;
}

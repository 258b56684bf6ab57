import type { StrategyWarning } from "./strategy-runner.ts";

const words: Readonly<Record<StrategyWarning["kind"], string>> = {
  not_a_number: "the strategy gave no finite number",
  threw: "the strategy threw an error",
};

/** What a strategy did that was taken for a hold, each kind in a sentence; of so many bars in all. */
export function warningsInWords(warnings: readonly StrategyWarning[], bars: number): string[] {
  return warnings.map(({ kind, bars: on, first }) => {
    return `On ${on} of ${bars} bars ${words[kind]}, which is a hold; first on ${first.date}: ${first.detail}`;
  });
}

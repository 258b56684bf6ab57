import type { StrategyRun, StrategyWarning } from "./strategy-runner.ts";

const words: Readonly<Record<StrategyWarning["kind"], string>> = {
  not_a_number: "the strategy gave no finite number",
  threw: "the strategy threw an error",
};

/** What a reader must know of a run over so many bars: its ruin, then what was taken for a hold. */
export function warningsInWords(
  { ruinedOn, warnings }: Pick<StrategyRun, "ruinedOn" | "warnings">,
  bars: number,
): string[] {
  const ruin =
    ruinedOn === null
      ? []
      : [`Its equity was gone on ${ruinedOn}: all was closed, and it was asked no more.`];
  const holds = warnings.map(({ kind, bars: on, first }) => {
    return `On ${on} of ${bars} bars ${words[kind]}, which is a hold; first on ${first.date}: ${first.detail}`;
  });
  return [...ruin, ...holds];
}

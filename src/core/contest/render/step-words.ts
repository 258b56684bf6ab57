import type { ContestStep } from "../contest.ts";

const WORDS: Readonly<Record<ContestStep, string>> = {
  write: "writing",
  check: "checking",
  dry_run: "dry run",
  backtest: "backtesting",
};

/**
 * What an author does in a step; null for a step that is not known.
 *
 * @param before what it did before; null at first
 */
export function stepWords(step: string, before: string | null): string | null {
  if (step === "write" && before !== null) return "repairing";
  return Object.entries(WORDS).find(([name]) => name === step)?.[1] ?? null;
}

import type { AuthorStateValue } from "./state.ts";

type Standing = Pick<AuthorStateValue, "problem" | "attempts">;

/** An author is told once what is wrong with its strategy. */
export const MOST_ATTEMPTS = 2;

/** Whether what is wrong may be mended: it is the strategy's fault, and the first time. */
function isMendable({ problem, attempts }: Standing): boolean {
  return problem?.reason === "bad_strategy" && attempts < MOST_ATTEMPTS;
}

export function afterWrite({ problem }: Standing): "check" | "submit" {
  return problem === null ? "check" : "submit";
}

export function afterCheck(standing: Standing): "dry_run" | "write" | "submit" {
  if (standing.problem === null) return "dry_run";
  return isMendable(standing) ? "write" : "submit";
}

export function afterDryRun(standing: Standing): "backtest" | "write" | "submit" {
  if (standing.problem === null) return "backtest";
  return isMendable(standing) ? "write" : "submit";
}

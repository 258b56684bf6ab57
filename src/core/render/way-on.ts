import { missingOf } from "../run-forms/index.ts";
import type { RunKind } from "../run-kind.ts";
import type { RunRecord } from "../run-record.ts";
import { isHeld, isUnfinished } from "../run-state.ts";
import { oneLine } from "./one-line.ts";

/**
 * How a run goes on that has not come to its end; null where it has, or somebody is at work on it, or it
 * keeps nothing to go on from.
 *
 * @param now epoch milliseconds
 */
export function resumeCommand<K extends RunKind>(run: RunRecord<K>, now: number): string | null {
  if (run.kind === "contest" || !isUnfinished(run) || isHeld(run, now)) return null;
  return `trading-graph resume ${oneLine(run.id)}`;
}

/**
 * How what is missing of a run is tried again that has ended, or cannot go on; null where nothing is, or
 * it cannot be.
 *
 * @param now epoch milliseconds
 */
export function rerunCommand<K extends RunKind>(run: RunRecord<K>, now: number): string | null {
  const again = `trading-graph rerun ${oneLine(run.id)}`;
  if (run.state === "failed") return again;
  if (run.kind === "contest") return isUnfinished(run) && !isHeld(run, now) ? again : null;
  return run.state === "done" && (missingOf(run) ?? 0) > 0 ? `${again} --only-gaps` : null;
}

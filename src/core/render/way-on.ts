import { isHeld, isUnfinished, type RunRecord } from "../run-record.ts";
import { oneLine } from "./one-line.ts";

/**
 * How a run goes on that has not come to its end; null where it has, or somebody is at work on it.
 *
 * @param now epoch milliseconds
 */
export function resumeCommand(run: RunRecord, now: number): string | null {
  return isUnfinished(run) && !isHeld(run, now) ? `trading-graph resume ${oneLine(run.id)}` : null;
}

/** How what is missing of a run that has ended is tried again; null where nothing is. */
export function rerunCommand({ id, state, summary }: RunRecord): string | null {
  if (state === "failed") return `trading-graph rerun ${oneLine(id)}`;
  const gaps = state === "done" && summary !== null && summary.gaps > 0;
  return gaps ? `trading-graph rerun ${oneLine(id)} --only-gaps` : null;
}

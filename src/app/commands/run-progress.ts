import type { PlannedGroup } from "#core/planned-group.ts";
import type { Config } from "../config.ts";
import { createLiveView } from "../terminal/live-view.ts";
import { createPlainView } from "../terminal/plain-view.ts";
import type { Progress } from "../terminal/progress.ts";
import type { Invocation } from "./command.ts";

export interface RunProgress {
  readonly progress: Progress;
  /** Whether somebody watches it line by line as it is written. */
  readonly watched: boolean;
}

/** Shows a run's progress on stderr: drawn in place for whoever watches, else as lines. */
export function runProgress(
  { terminal: { stderr }, clock }: Pick<Invocation, "terminal" | "clock">,
  { interactive, color }: Config,
  quiet: boolean,
  groups: readonly PlannedGroup[],
): RunProgress {
  const watched = stderr.isTTY === true && interactive && !quiet;
  const nodes = groups.flatMap((group) => group.nodes);
  return {
    progress: watched
      ? createLiveView(stderr, nodes, clock, color)
      : createPlainView(stderr, quiet),
    watched,
  };
}

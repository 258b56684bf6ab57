import { setTimeout as wait } from "node:timers/promises";
import { oneLine } from "#core/render/one-line.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import type { Facets } from "#runtime/store/facet.ts";
import { keptRun } from "../../kept-run.ts";

export interface StepsFollower {
  readonly lookMs: number;
  readonly signal: AbortSignal;
  /** Whether there is nothing else to follow the run by. */
  readonly isNeeded: () => boolean;
  readonly say: (line: string) => void;
}

/**
 * Follows a run by its steps' records while its events are not on this machine: a line wherever one has
 * another state. Until the signal is aborted.
 */
export async function followSteps(
  run: AnyKeptRun,
  kept: Facets<"read">,
  { lookMs, signal, isNeeded, say }: StepsFollower,
): Promise<void> {
  const told = new Map<string, string>();
  // A run that has only just begun may be about to write its events here.
  let looks = 0;
  for (;;) {
    await wait(lookMs, undefined, { signal }).catch(() => {});
    const now = signal.aborted || !isNeeded() ? null : await keptRun(kept, run);
    if (signal.aborted) return;
    if (now?.state !== "running") continue;
    looks += 1;
    if (looks === 1) continue;
    if (told.size === 0) {
      say(`The events of run ${run.id} are not on this machine: its record is followed instead.`);
    }
    for (const { name, state, error } of now.steps) {
      if (told.get(name) === state) continue;
      told.set(name, state);
      if (state !== "waiting")
        say(`${name}: ${state}${error === null ? "" : `: ${oneLine(error)}`}`);
    }
  }
}

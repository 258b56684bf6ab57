import { setTimeout as wait } from "node:timers/promises";
import type { RunKind } from "#core/run-kind.ts";
import type { RunRecord } from "#core/run-record.ts";
import { isHeld } from "#core/run-state.ts";
import type { RunClaim, RunStore } from "#core/run-store.ts";
import { heldByAnother } from "../held-by-another.ts";
import type { Invocation } from "./command.ts";

/** Longer than a process that was killed holds its run. */
const LONGEST_HELD_MS = 7_000;
const ASK_EVERY_MS = 250;

/**
 * Takes a run up; one whose process was killed a moment ago is waited for until it is free.
 *
 * @throws DeskError `usage` when somebody is at work on it
 */
export async function claimOnceFree<K extends RunKind>(
  runs: Pick<RunStore<K>, "claim">,
  run: RunRecord<K>,
  { clock, signal, terminal }: Pick<Invocation, "clock" | "signal" | "terminal">,
): Promise<RunClaim<K>> {
  const givesUpAt = clock.now() + LONGEST_HELD_MS;
  if (isHeld(run, clock.now())) {
    terminal.stderr.write("It was at work a moment ago: waiting until it is free ...\n");
  }
  for (;;) {
    const claim = await runs.claim(run.id);
    if (claim !== null) return claim;
    if (clock.now() > givesUpAt) throw heldByAnother(run.id);
    await wait(ASK_EVERY_MS, undefined, { signal });
  }
}

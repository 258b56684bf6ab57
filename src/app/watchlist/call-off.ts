import { DeskError, messageOf } from "#core/errors.ts";
import type { Clock } from "#core/ports.ts";
import { isHeld } from "#core/run-state.ts";
import type { RunStore } from "#core/run-store.ts";

/**
 * Ends what is left of a list that workers are at. Nothing more is begun. When its time is over, runs at
 * work end too: whoever has them loses them within a second. When a person asks, those go on.
 *
 * @param reason a DeskError `timeout` when the time is over
 */
export async function callOff(
  list: string,
  store: RunStore,
  clock: Clock,
  reason: unknown,
): Promise<void> {
  const timeout = reason instanceof DeskError && reason.code === "timeout";
  const why = messageOf(reason);
  await store.endWaiting(list, { state: "skipped", error: `${why}: it was not begun` });
  const running = await store.runs({ list, states: ["running"] });
  const ended = running.filter((run) => timeout || !isHeld(run, clock.now()));
  await Promise.all(
    ended.map(async ({ id }) => {
      const claim = await store.claim(id, { force: timeout });
      await claim?.end({ state: timeout ? "timeout" : "interrupted", error: why });
    }),
  );
}

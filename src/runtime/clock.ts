import type { Clock } from "#core/ports.ts";

/** The machine's time as of the process's start, carried on by a clock that no one can set back. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
};

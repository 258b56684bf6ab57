import { roughDuration } from "../../render/rough-duration.ts";
import { type ListProgress, timeLeft, waitingCount } from "../progress.ts";

/** Less than this is over before anybody has read of it. */
const A_MOMENT_MS = 1_000;

/**
 * How long the rest of a list will take; null where nothing runs or waits any more.
 *
 * @param now epoch milliseconds
 */
export function timeLeftWords(progress: ListProgress, now: number): string | null {
  if (progress.running.size + waitingCount(progress) === 0) return null;
  const ms = timeLeft(progress, now);
  if (ms === null) return "time left unknown";
  return ms < A_MOMENT_MS ? "done any moment now" : `time left ${roughDuration(ms)}`;
}

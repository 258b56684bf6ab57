import { elapsedWords, tookWords } from "../elapsed-words.ts";
import { useNow } from "../now.ts";

interface ElapsedProps {
  /** Of the run's own times: see `LiveRun`. */
  readonly from: number;
  /** null while it goes on. */
  readonly to: number | null;
  /** What was worked before, in milliseconds. */
  readonly before?: number;
  readonly pausedMs?: number;
}

/** How long something has taken so far. */
export function Elapsed({ from, to, before = 0, pausedMs = 0 }: ElapsedProps) {
  const now = useNow(to === null) - pausedMs;
  const ms = before + Math.max(0, (to ?? now) - from);
  return <span class="elapsed">{to === null ? elapsedWords(ms) : tookWords(ms)}</span>;
}

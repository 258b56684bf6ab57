import { elapsedWords, tookWords } from "../elapsed-words.ts";
import { workedMs } from "../live-node.ts";
import type { LiveRun } from "../live-run.ts";
import { useNow } from "../now.ts";

/** How long a run has taken, and how much was done meanwhile; times in milliseconds. */
export interface Pace {
  readonly wallMs: number;
  readonly workMs: number;
  /** How many were at work at once, on average; null where that is unknown. */
  readonly overlap: number | null;
}

interface PaceWordsProps extends Pace {
  readonly words: (ms: number) => string;
}

/** @example "4.2 s · 12.6 s of work · 3.0 at once on average" */
export function PaceWords({ wallMs, workMs, overlap, words }: PaceWordsProps) {
  return (
    <>
      {words(wallMs)} · {words(workMs)} of work
      {overlap === null ? null : ` · ${overlap.toFixed(1)} at once on average`}
    </>
  );
}

interface LivePaceProps {
  readonly run: LiveRun;
  /** When it ended; null while it goes on. */
  readonly cutAt: number | null;
}

/** The same of a run that goes on. */
export function LivePace({ run, cutAt }: LivePaceProps) {
  const clock = useNow(cutAt === null) - run.pausedMs;
  if (run.startedAt === null) return null;
  const now = cutAt ?? Math.max(clock, run.lastAt);
  const wallMs = Math.max(1, now - run.startedAt);
  const workMs = [...run.nodes.values()].reduce((sum, node) => sum + (workedMs(node, now) ?? 0), 0);
  const words = cutAt === null ? elapsedWords : tookWords;
  return <PaceWords wallMs={wallMs} workMs={workMs} overlap={workMs / wallMs} words={words} />;
}

import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "#core/ports.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunState } from "#core/run-state.ts";
import type { RunStore } from "#core/run-store.ts";
import { lengthOfRun } from "#core/watchlist/row.ts";
import type { RunNews } from "#core/watchlist/run-news.ts";
import { untilAborted } from "#runtime/until-aborted.ts";
import { isWanted } from "../worker/is-wanted.ts";

/** How often it is looked, at most, and which part of the time looking may take. */
const LOOK_EVERY_MS = 250;
const LOOKING_SHARE = 0.2;

/** Runs of a list that others work on, as they come along. */
export interface FollowedRuns {
  /** Those that have not ended, in the list's order. */
  unfinished(): readonly RunRecord[];
  /** Looks once, by one statement for all runs, and tells what has changed. */
  look(): Promise<void>;
  /** Looks again and again until all have ended or the signal is aborted. */
  untilEnded(signal: AbortSignal): Promise<void>;
}

/** @param runs as they were when they were asked for */
export function followRuns(
  list: string,
  runs: readonly RunRecord[],
  store: RunStore,
  clock: Clock,
  onNews: (news: RunNews) => void,
): FollowedRuns {
  const unfinished = new Map(runs.map((run) => [run.id, run]));
  const told = new Map<string, RunState>();

  function tell(before: RunRecord, now: RunRecord): void {
    const wanted = isWanted(now, before);
    if (!wanted) unfinished.delete(now.id);
    if (told.get(now.id) === now.state || (wanted && now.state !== "running")) return;
    told.set(now.id, now.state);
    const { id: runId, configuration, state, error, summary } = now;
    onNews({
      runId,
      symbol: configuration.symbol,
      state,
      at: (wanted ? now.startedAt : now.endedAt) ?? clock.now(),
      ms: wanted ? null : lengthOfRun(now),
      error,
      usage: summary?.usage ?? null,
    });
  }

  async function look(): Promise<void> {
    const found = new Map((await store.runs({ list })).map((run) => [run.id, run]));
    for (const [id, before] of unfinished) {
      const now = found.get(id);
      tell(before, now ?? { ...before, state: "failed", error: REMOVED, endedAt: clock.now() });
    }
  }

  return {
    unfinished: () => [...unfinished.values()],
    look,
    async untilEnded(signal) {
      try {
        while (unfinished.size > 0) {
          const begun = clock.now();
          await untilAborted(look(), signal);
          const pause = Math.max(LOOK_EVERY_MS, (clock.now() - begun) / LOOKING_SHARE);
          if (unfinished.size > 0) await wait(pause, undefined, { signal });
        }
      } catch (thrown) {
        if (!signal.aborted) throw thrown;
      }
    },
  };
}

const REMOVED = "its record was removed while the list was worked on";

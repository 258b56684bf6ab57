import type { RunRecord } from "../run-record.ts";
import { addUsage, noUsage, type Usage } from "../usage.ts";
import { statusOf, type WatchStatus } from "./row.ts";
import type { RunNews } from "./run-news.ts";

/** How far a list has come. */
export interface ListProgress {
  readonly total: number;
  /** Runs at work at once, at most; null where others decide that. */
  readonly workers: number | null;
  /** Runs that have ended, by status. */
  readonly ended: Readonly<Record<WatchStatus, number>>;
  /** When those at work began, by symbol. */
  readonly running: ReadonlyMap<string, number>;
  /** Lengths of the runs that have ended since the work began, in milliseconds. */
  readonly took: { readonly runs: number; readonly ms: number };
  /** Of the runs that have a result. */
  readonly spent: Usage;
  /** Runs that have begun and ended without a result: what they used is not known. */
  readonly unaccounted: number;
}

/**
 * A list before it is worked on, or gone on with.
 *
 * @param ended the runs that are not worked on any more
 */
export function progressAtStart(
  total: number,
  ended: readonly RunRecord[],
  workers: number | null,
): ListProgress {
  return {
    total,
    workers,
    ended: {
      done: ended.filter(({ state }) => state === "done").length,
      failed: ended.filter(({ state }) => state === "failed").length,
      timeout: 0,
      skipped: 0,
    },
    running: new Map(),
    took: { runs: 0, ms: 0 },
    spent: ended.flatMap(({ summary }) => summary?.usage ?? []).reduce(addUsage, noUsage),
    unaccounted: ended.filter(({ summary }) => summary === null).length,
  };
}

/** How far it has come after some news. */
export function afterNews(progress: ListProgress, news: RunNews): ListProgress {
  const running = new Map(progress.running);
  if (news.state === "running") return { ...progress, running: running.set(news.symbol, news.at) };
  const startedAt = running.get(news.symbol);
  running.delete(news.symbol);
  if (news.state === "waiting") return { ...progress, running };
  const { ended, took, spent, unaccounted } = progress;
  const ms = lengthIn(news, startedAt);
  const status = statusOf({ state: news.state, startedAt: startedAt ?? null });
  return {
    ...progress,
    running,
    ended: { ...ended, [status]: ended[status] + 1 },
    took: ms === null ? took : { runs: took.runs + 1, ms: took.ms + ms },
    spent: news.usage === null ? spent : addUsage(spent, news.usage),
    unaccounted: unaccounted + (ms !== null && news.usage === null ? 1 : 0),
  };
}

/**
 * How long a run was worked on that has ended, in milliseconds; null where it had not begun.
 *
 * @param startedAt when it was told that it began, epoch milliseconds
 */
export function lengthIn({ ms, at }: RunNews, startedAt: number | undefined): number | null {
  return ms ?? (startedAt === undefined ? null : Math.max(0, at - startedAt));
}

/** How many have ended. */
export function endedCount({ ended }: ListProgress): number {
  return ended.done + ended.failed + ended.timeout + ended.skipped;
}

/** How many have not begun. */
export function waitingCount(progress: ListProgress): number {
  return Math.max(0, progress.total - endedCount(progress) - progress.running.size);
}

/**
 * How long the rest will take, in milliseconds, as long as runs take what they have taken so far: what
 * is left of those at work and all of those waiting, shared by the workers. null before the first has
 * ended.
 *
 * @param now epoch milliseconds
 */
export function timeLeft(progress: ListProgress, now: number): number | null {
  const { took, running, workers } = progress;
  if (took.runs === 0) return null;
  const usual = took.ms / took.runs;
  const rest = running.values().map((startedAt) => Math.max(0, usual - (now - startedAt)));
  const work = rest.reduce((sum, ms) => sum + ms, waitingCount(progress) * usual);
  const left = running.size + waitingCount(progress);
  return work / Math.max(1, Math.min(workers ?? running.size, left));
}

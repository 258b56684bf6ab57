import type { RunEvent } from "../event.ts";
import type { ContestNews } from "./news.ts";
import {
  afterEvent,
  authorOf,
  type Part,
  type Parts,
  partsAtStart,
  percentOf,
  stepOf,
} from "./parts.ts";

/**
 * Tells programs what a contest's events come to: give it each in its turn, and it gives the news that
 * are to be told then. What is told of others than the authors is passed over.
 *
 * @param authors their names, in the order asked
 */
export function contestNews(authors: readonly string[]): (event: RunEvent) => ContestNews[] {
  let parts = partsAtStart(authors);
  let startedAt: number | null = null;
  return (event) => {
    const first: ContestNews[] =
      startedAt === null ? [{ type: "contest_started", authors: [...authors] }] : [];
    startedAt ??= event.at;
    const before = parts;
    parts = afterEvent(before, event);
    return [...first, ...newsOf(event, before, parts, startedAt)];
  };
}

function newsOf(event: RunEvent, before: Parts, after: Parts, startedAt: number): ContestNews[] {
  if (event.type === "notice") return [{ type: "notice", text: event.text }];
  if (event.type === "run_ended") return [contestEnd(event, after, startedAt)];
  const author = authorOf(event);
  const part = author === null ? undefined : after.get(author);
  if (author === null || part === undefined) return [];
  if (part.end === null) return workNews(event, author, part.preview, percentOf(after));
  const isNew = before.get(author)?.end === null;
  return isNew ? [authorEnd(event, author, part, percentOf(after))] : [];
}

/** What an author's work is told by that has not come to its end. */
function workNews(
  event: RunEvent,
  author: string,
  preview: string,
  percent: number,
): ContestNews[] {
  if (event.type === "text") return [{ type: "code", author, text: event.text, preview, percent }];
  if (event.type !== "span_started" && event.type !== "span_ended") return [];
  const starts = event.type === "span_started";
  if (event.kind === "author") return starts ? [{ type: "author_started", author }] : [];
  const step = stepOf(event.name);
  if (step === null) return [];
  const { ms, error } = starts ? { ms: null, error: null } : event;
  const state = starts ? "started" : "ended";
  return [{ type: "step", author, step, state, ms, error, percent }];
}

function authorEnd(
  event: RunEvent,
  author: string,
  { startedAt, end }: Part,
  percent: number,
): ContestNews {
  const ms = startedAt === null ? null : event.at - startedAt;
  if (event.type === "strategy_ended" && event.failure === null) {
    const { sharpe, totalReturn } = event;
    return { type: "author_ok", author, sharpe, totalReturn, ms, percent };
  }
  return { type: "author_failed", author, reason: end?.failure ?? "unknown", ms, percent };
}

function contestEnd(
  { ms, error }: Extract<RunEvent, { type: "run_ended" }>,
  parts: Parts,
  startedAt: number,
): ContestNews {
  const ends = [...parts.values()].flatMap(({ end }) => end ?? []);
  const done = ends.filter(({ failure }) => failure === null);
  const times = done.map(({ at }) => at - startedAt);
  return {
    type: "contest_ended",
    percent: 100,
    ok: done.length,
    failed: ends.length - done.length,
    firstDoneMs: times.length === 0 ? null : Math.min(...times),
    lastDoneMs: times.length === 0 ? null : Math.max(...times),
    ms,
    error,
  };
}

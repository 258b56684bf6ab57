import { clip } from "../../render/columns.ts";
import { duration } from "../../render/duration.ts";
import { oneLine } from "../../render/one-line.ts";
import { printable } from "../../render/printable.ts";
import { usdText } from "../../render/usd.ts";
import { endedCount, type ListProgress, lengthIn, waitingCount } from "../progress.ts";
import { statusOf, type WatchStatus } from "../row.ts";
import type { RunNews } from "../run-news.ts";
import { countWords } from "./count-words.ts";
import { timeLeftWords } from "./time-left-words.ts";
import { withoutWords } from "./usage-words.ts";

/**
 * How far a list has come, in one line.
 *
 * @param now epoch milliseconds
 * @example "3 of 8 done, 1 failed · 2 running · 2 waiting · time left 12 s · spent 0 tokens, cost 0.00 USD"
 */
export function progressLine(progress: ListProgress, now: number): string {
  return `${countWords(progress.ended, String(progress.total))} · ${whatIsLeft(progress, now)}`;
}

function whatIsLeft(progress: ListProgress, now: number): string {
  return [
    `${progress.running.size} running`,
    `${waitingCount(progress)} waiting`,
    timeLeftWords(progress, now),
    spentWords(progress),
    withoutWords(progress),
  ]
    .filter((words) => words !== null)
    .join(" · ");
}

function spentWords({ spent: { inputTokens, outputTokens, usd } }: ListProgress): string {
  const tokens =
    inputTokens === null || outputTokens === null ? "unknown" : inputTokens + outputTokens;
  return `spent ${tokens} tokens, cost ${usdText(usd)}`;
}

/** The line and the runs at work, a line each, none wider than the window. */
export function progressFrame(progress: ListProgress, now: number, columns: number): string[] {
  const width = Math.max(0, ...progress.running.keys().map((symbol) => symbol.length));
  const rows = progress.running.entries().map(([symbol, startedAt]) => {
    return `▶ ${symbol.padEnd(width)} ${duration(Math.max(0, now - startedAt)).padStart(9)}`;
  });
  return [progressLine(progress, now), ...rows].map((line) => clip(printable(line), columns - 1));
}

/**
 * A run that has ended, in one line; null for other news, and for a run that is skipped.
 *
 * @param before how far the list had come
 * @param after how far it has come by it
 * @example "4 of 8: MSFT done in 1.20 s · 2 running · 2 waiting · time left 1 s · spent ..."
 */
export function endedLine(before: ListProgress, news: RunNews, after: ListProgress): string | null {
  const { symbol, state, at, error } = news;
  const startedAt = before.running.get(symbol);
  const status = statusOf({ state, startedAt: startedAt ?? null });
  if (endedCount(after) === endedCount(before)) return null;
  if (status === "skipped") return null;
  const ms = lengthIn(news, startedAt);
  const time = ms === null ? "" : took(status, ms);
  const why = error === null ? "" : `: ${error}`;
  const place = `${endedCount(after)} of ${after.total}: ${symbol} ${status}${time}${why}`;
  return oneLine(`${place} · ${whatIsLeft(after, at)}`);
}

function took(status: WatchStatus, ms: number): string {
  return ` ${status === "done" ? "in" : "after"} ${duration(ms)}`;
}

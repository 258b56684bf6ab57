import type { Gap } from "../report.ts";
import { bullets } from "./bullets.ts";
import { duration } from "./duration.ts";

/** What is missing and why; empty where nothing is. What several samples lack alike is told once. */
export function gapsSection(gaps: readonly Gap[]): string {
  if (gaps.length === 0) return "";
  const alike = Map.groupBy(gaps, ({ analyst, round, reason, message }) => {
    return JSON.stringify([analyst, round, reason, message]);
  });
  return `## Gaps\n\n${bullets([...alike.values()].flatMap(row))}`;
}

function row(gaps: readonly Gap[]): string[] {
  const [first] = gaps;
  if (first === undefined) return [];
  const { analyst, round, reason, message } = first;
  const turn = round === null ? "" : `, round ${round}`;
  const times = gaps.length === 1 ? "" : `, ${gaps.length} times`;
  return [`**${analyst}**${turn}${times} (${reason}, after ${durations(gaps)}): ${message}`];
}

/** @example "1.50 s", "1.20 s to 1.50 s" */
function durations(gaps: readonly Gap[]): string {
  const ms = gaps.map(({ startedAt, endedAt }) => Date.parse(endedAt) - Date.parse(startedAt));
  const range = [duration(Math.min(...ms)), duration(Math.max(...ms))];
  return [...new Set(range)].join(" to ");
}

import type { ReplayRow } from "../history-replay/replay.ts";

const MOST = 12;

/**
 * What the runs say about their data, each sentence once with how many runs say it, the most frequent
 * first. The runs' own days are left out of the sentences, so that the same notice is the same on all.
 */
export function replayNotices(rows: readonly ReplayRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { day, notices } of rows) {
    for (const text of new Set(notices.map((notice) => notice.replaceAll(day, "its day")))) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, MOST).map(([text, count]) => {
    return `${count} of ${rows.length} runs: ${text}`;
  });
  const more = sorted.length - shown.length;
  return more === 0 ? shown : [...shown, `${more} more are in result.json.`];
}

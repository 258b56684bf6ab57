import type { HistoryEntry } from "#core/run-history.ts";
import type { History } from "../../../web/api.ts";

/** The history as far as it was read: what is new comes first, and what was removed is gone. */
export function withNewest(known: History, newest: History): History {
  const ids = new Set(newest.runs.map(({ id }) => id));
  // Between two parts that do not touch something may be missing.
  if (!known.runs.some(({ id }) => ids.has(id))) return newest;
  const oldest = newest.runs.at(-1);
  const older = known.runs.filter((run) => !ids.has(run.id) && isOlder(run, oldest));
  return { runs: [...newest.runs, ...older], more: older.length === 0 ? newest.more : known.more };
}

/** And what is older than all of it. */
export function withOlder(known: History, older: History): History {
  const ids = new Set(known.runs.map(({ id }) => id));
  return {
    runs: [...known.runs, ...older.runs.filter(({ id }) => !ids.has(id))],
    more: older.more,
  };
}

function isOlder(run: HistoryEntry, than: HistoryEntry | undefined): boolean {
  return than !== undefined && run.createdAt <= than.createdAt;
}

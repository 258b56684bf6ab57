import type { HistoryQuery, RunHistory } from "#core/run-history.ts";
import type { History } from "./api.ts";

/**
 * A page of the history. Runs that were made at the same moment, as those of a list, are not torn apart,
 * so that it may be longer than asked: what comes next is asked for by the time of the last, and would
 * leave out the rest of them.
 */
export async function historyPage(
  { limit, ...query }: HistoryQuery & { readonly limit: number },
  history: RunHistory,
): Promise<History> {
  for (let most = limit; ; most *= 2) {
    const runs = await history.entries({ ...query, limit: most + 1 });
    const end = runs.findIndex(
      ({ createdAt }, at) => at >= limit && createdAt !== runs[at - 1]?.createdAt,
    );
    if (end !== -1) return { runs: runs.slice(0, end), more: true };
    if (runs.length <= most) return { runs, more: false };
  }
}

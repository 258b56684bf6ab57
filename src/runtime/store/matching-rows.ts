import type { RunQuery } from "#core/run-store.ts";
import type { RecordsTable } from "./tables.ts";

/**
 * Those of the rows that a search finds, so many at most. Databases tell small letters from capitals each
 * in a way of its own, so the texts are compared here.
 */
export function matchingRows<Row extends Pick<RecordsTable, "run_id" | "title">>(
  rows: readonly Row[],
  { search, limit }: Pick<RunQuery, "search" | "limit">,
): readonly Row[] {
  if (search === undefined) return rows;
  const wanted = search.toLowerCase();
  const found = rows.filter(({ run_id, title }) =>
    [run_id, title].some((text) => text?.toLowerCase().includes(wanted)),
  );
  return found.slice(0, limit);
}

import type { HistoryEntry } from "#core/run-history.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import { type Facets, facetsOf } from "#runtime/store/facet.ts";

/**
 * All that is kept of a run, whatever its kind; null where it was removed.
 *
 * @throws DeskError `storage` when it cannot be read
 */
export async function keptRun(
  facets: Facets<"read">,
  { id, kind }: Pick<HistoryEntry, "id" | "kind">,
): Promise<AnyKeptRun | null> {
  return facetsOf(facets)[kind].read(id);
}

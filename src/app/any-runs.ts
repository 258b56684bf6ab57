import { type RunKind, runKinds } from "#core/run-kind.ts";
import type { AnyRunRecord } from "#core/run-record.ts";
import type { RunQuery } from "#core/run-store.ts";
import { type Facets, facetsOf } from "#runtime/store/facet.ts";

/** The runs of several kinds for which a query asks, in its order. */
export async function anyRuns(
  facets: Facets<"runs">,
  query: RunQuery,
  kinds: readonly RunKind[] = runKinds,
): Promise<readonly AnyRunRecord[]> {
  const stores = facetsOf(facets);
  const found = await Promise.all(
    kinds.map((kind): Promise<readonly AnyRunRecord[]> => stores[kind].runs(query)),
  );
  const runs = found.flat();
  // A list is of one kind. Those of one moment stay in the order in which their kind has them.
  if (query.list === undefined) runs.sort((a, b) => b.createdAt - a.createdAt);
  return runs.slice(0, query.limit);
}

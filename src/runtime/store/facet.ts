import type { RunKind } from "#core/run-kind.ts";
import type { RunStore } from "#core/run-store.ts";

/** A store's facets, one a kind of run, or some of what they can do. */
export interface Facets<Method extends keyof RunStore = keyof RunStore> {
  readonly runs: Pick<RunStore, Method>;
  readonly contests: Pick<RunStore<"contest">, Method>;
  readonly chains: Pick<RunStore<"chain">, Method>;
}

/** The facets by the kinds of their runs. */
export function facetsOf<Method extends keyof RunStore>({
  runs,
  contests,
  chains,
}: Facets<Method>): { readonly [K in RunKind]: Pick<RunStore<K>, Method> } {
  return { analysis: runs, contest: contests, chain: chains };
}

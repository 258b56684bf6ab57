import type { ReadOptions, SymbolQuery } from "#core/ports.ts";
import type { Provenance } from "#core/result.ts";
import type { Opened } from "#graphs/chain/ports.ts";
import type { OpenMarket } from "#runtime/tape/recording-opener.ts";

/** Opens the market for the first symbol that is there; all later calls have the same one. */
export function openOnce(open: OpenMarket) {
  let opening: Promise<Provenance> | null = null;
  return async (query: SymbolQuery, options: ReadOptions): Promise<Opened> => {
    while (opening !== null) {
      try {
        return { data: await opening, first: false };
      } catch {
        // That another symbol has no prices says nothing of this one's.
        options.signal?.throwIfAborted();
      }
    }
    opening = open(query, options);
    try {
      return { data: await opening, first: true };
    } catch (thrown) {
      opening = null;
      throw thrown;
    }
  };
}

import { quoted } from "#core/errors.ts";
import type { MarketData, ReadOptions } from "#core/ports.ts";
import type { Provenance } from "#core/result.ts";
import { errorOf } from "./failure.ts";
import { canonicalJson } from "./hash.ts";
import { readKey } from "./keys.ts";
import type { Read } from "./lines.ts";
import type { Refusal } from "./refusal.ts";
import { createShelf } from "./shelf.ts";

/** What a replaying market knows. */
export interface RecordedData {
  readonly reads: readonly Read[];
  /** Values by their ids. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly source: Pick<Provenance, "source" | "synthetic">;
}

/**
 * Market data that answers what was recorded: to the same tool call the same values, come by in the
 * same way, however the calls of other tools fall between.
 *
 * @param caller names the tool call that a question is asked for
 */
export function replayMarket(
  { reads, values, source }: RecordedData,
  refusal: Refusal,
  caller: () => string,
): MarketData {
  const shelf = createShelf(reads, readKey);

  async function answer<T>(
    method: Read["method"],
    query: object,
    { signal, onAccess }: ReadOptions = {},
  ): Promise<T> {
    signal?.throwIfAborted();
    const question = { caller: caller(), method, query: { ...query } };
    const read = shelf.take(readKey(question));
    if (read === null) {
      const asked = `${method} of ${canonicalJson(query)}`;
      return refusal.refuse(
        `it does not hold ${quoted(asked)}, which is asked by ${quoted(question.caller)}`,
      );
    }
    for (const access of read.accesses) onAccess?.(access);
    if ("failure" in read.outcome) throw errorOf(read.outcome.failure);
    // The one cast: the value is as it was kept, by its hash, and was kept for the same method.
    return values.get(read.outcome.value) as T;
  }

  return {
    name: source.source,
    synthetic: source.synthetic,
    history: (query, options) => answer("history", query, options),
    quote: (query, options) => answer("quote", query, options),
    company: (query, options) => answer("company", query, options),
    statements: (query, options) => answer("statements", query, options),
    news: (query, options) => answer("news", query, options),
  };
}

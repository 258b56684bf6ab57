import { deepFreeze } from "#core/deep-freeze.ts";
import type { MarketData, ReadOptions } from "#core/ports.ts";
import { failureOf } from "./failure.ts";
import { sha256 } from "./hash.ts";
import type { Read } from "./lines.ts";
import { overheard } from "./overheard.ts";
import type { Recorder } from "./recorder.ts";

/**
 * Market data that keeps what it was asked and what it said: each value once, and for each question
 * who asked it and how the answer was come by. Stands outside of cache and boundary in time. A
 * caller is given the kept copy, so that a replay cannot give it anything else.
 *
 * @param caller names the tool call that a question is asked for
 */
export function recordingMarket(
  inner: MarketData,
  recorder: Recorder,
  caller: () => string,
): MarketData {
  const copies = new Map<string, object>();

  /** The one kept copy of a value, and its id. */
  function copyOf<T extends object>(given: T): { readonly id: string; readonly value: T } {
    const copy = recorder.clean(given);
    const id = sha256(JSON.stringify(copy));
    const known = copies.get(id);
    // The one cast: what is under an id is a copy of what was given.
    if (known !== undefined) return { id, value: known as T };
    recorder.begin()({ type: "data", id, value: copy });
    copies.set(id, deepFreeze(copy));
    return { id, value: copy };
  }

  async function ask<T extends object>(
    method: Read["method"],
    query: object,
    options: ReadOptions = {},
    answer: (options: ReadOptions) => Promise<T>,
  ): Promise<T> {
    const keep = recorder.begin();
    const listening = overheard(options);
    const { accesses } = listening;
    const question = { type: "read", caller: caller(), method, query: { ...query } } as const;
    try {
      const { id, value } = copyOf(await answer(listening.options));
      keep({ ...question, accesses, outcome: { value: id } });
      return value;
    } catch (thrown) {
      keep({ ...question, accesses, outcome: { failure: failureOf(thrown, "upstream") } });
      throw thrown;
    }
  }

  return {
    name: inner.name,
    synthetic: inner.synthetic,
    history: (query, options) => ask("history", query, options, (o) => inner.history(query, o)),
    quote: (query, options) => ask("quote", query, options, (o) => inner.quote(query, o)),
    company: (query, options) => ask("company", query, options, (o) => inner.company(query, o)),
    statements: (query, options) =>
      ask("statements", query, options, (o) => inner.statements(query, o)),
    news: (query, options) => ask("news", query, options, (o) => inner.news(query, o)),
  };
}

import type { ReadOptions, SymbolQuery } from "#core/ports.ts";
import type { Provenance } from "#core/result.ts";
import { failureOf } from "./failure.ts";
import { overheard } from "./overheard.ts";
import type { Recorder } from "./recorder.ts";

/** Decides where a run's figures come from. */
export type OpenMarket = (query: SymbolQuery, options: ReadOptions) => Promise<Provenance>;

/** An opener that keeps what it was asked, what it decided and what that took. */
export function recordingOpener(inner: OpenMarket, recorder: Recorder): OpenMarket {
  return async ({ symbol, asOf }, options) => {
    const keep = recorder.begin();
    const listening = overheard(options);
    const { accesses } = listening;
    const opened = { type: "opened", query: { symbol, asOf } } as const;
    try {
      const value = await inner({ symbol, asOf }, listening.options);
      keep({ ...opened, accesses, outcome: { value } });
      return value;
    } catch (thrown) {
      keep({ ...opened, accesses, outcome: { failure: failureOf(thrown, "upstream") } });
      throw thrown;
    }
  };
}

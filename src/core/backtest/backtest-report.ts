import type { Provenance } from "../result.ts";
import type { OpenLot, Trade } from "./backtest-run.ts";
import type { Bars } from "./bars.ts";
import type { ExecutionRules } from "./execution-rules.ts";
import type { Metrics } from "./metrics.ts";

/** One strategy over one history: what `backtest` shows. */
export interface BacktestReport {
  readonly strategy: { readonly name: string; readonly code: string };
  /** Of a source's bars; null for those of a file. */
  readonly data: Provenance | null;
  /** Path of the bars' file; null for those of a source. */
  readonly file: string | null;
  readonly currency: string | null;
  readonly bars: Bars;
  readonly rules: ExecutionRules;
  readonly engine: string;
  readonly metrics: Metrics;
  /** Buying on the first bar and holding, with the same costs. */
  readonly benchmark: { readonly metrics: Metrics; readonly equity: readonly number[] };
  readonly trades: readonly Trade[];
  readonly open: readonly OpenLot[];
  readonly equity: readonly number[];
  /** What a reader must know of the data and the run, each a sentence. */
  readonly warnings: readonly string[];
}

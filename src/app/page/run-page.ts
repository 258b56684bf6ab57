import type { ChainResult } from "#core/chain/chain-result.ts";
import type { ContestResult } from "#core/contest/contest.ts";
import type { Day } from "#core/day.ts";
import type { Action } from "#core/decision.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { Span } from "#core/span.ts";

/** One line of an indicator, a value a bar; null where it has none yet. */
export interface IndicatorLine {
  readonly name: string;
  readonly drawn: "line" | "bars";
  readonly values: readonly (number | null)[];
}

/** An indicator that a run's texts cite. */
export interface CitedIndicator {
  /** As tools call it: `rsi_14`. */
  readonly id: string;
  /** In words: `RSI (14)`. */
  readonly label: string;
  /** `price`: over the candles, in their scale; `own`: in a pane of its own. */
  readonly pane: "price" | "own";
  /** Values that readers compare it with: 30 and 70 of an RSI. */
  readonly guides: readonly number[];
  readonly lines: readonly IndicatorLine[];
}

/** A decision on a symbol, on the day it was made for. */
export interface DecisionMark {
  readonly day: Day;
  readonly action: Action;
  readonly confidence: number | null;
  readonly runId: string;
  /** Whether it is the run's own, and not an earlier one's. */
  readonly own: boolean;
}

/** What a run's price chart shows: daily bars in columns, oldest first. */
export interface PriceChart {
  readonly symbol: string;
  readonly currency: string | null;
  readonly dates: readonly Day[];
  readonly open: readonly number[];
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly close: readonly number[];
  readonly volume: readonly (number | null)[];
  readonly indicators: readonly CitedIndicator[];
  readonly decisions: readonly DecisionMark[];
}

/** What is the same for every run that is shown. */
interface ShownRun {
  readonly id: string;
  readonly title: string;
  /** Of its nodes and tool calls; empty where its events are not on this machine. */
  readonly spans: readonly Span[];
  /** What a reader must know about what is not here: why there are no bars, or no chart. */
  readonly missing: readonly string[];
}

/** All that a page shows of a run that has a result: the live page's own, and the exported file's. */
export type RunPage =
  | (ShownRun & {
      readonly kind: "analysis";
      readonly result: AnalysisResult;
      /** null where its bars could not be had; `missing` says why. */
      readonly chart: PriceChart | null;
    })
  | (ShownRun & { readonly kind: "chain"; readonly result: ChainResult })
  | (ShownRun & { readonly kind: "contest"; readonly result: ContestResult });

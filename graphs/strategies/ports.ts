import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { Bars } from "#core/backtest/bars.ts";
import type { StrategyRunner } from "#core/backtest/strategy-runner.ts";
import type { Day } from "#core/day.ts";
import type { Clock } from "#core/ports.ts";
import type { Provenance } from "#core/result.ts";

export interface BarsQuery {
  readonly symbol: string;
  readonly from: Day;
  /** The last day whose knowledge may be used. */
  readonly asOf: Day;
}

/** A symbol's bars, and where they come from. */
export interface PriceBars {
  readonly bars: Bars;
  readonly currency: string | null;
  readonly data: Provenance;
  /** What a reader must know of them. */
  readonly warnings: readonly string[];
}

/** Code that can be run, and what a reader must know of how it came to be. */
export interface StrategyCode {
  readonly code: string;
  readonly notes: readonly string[];
}

/** Everything the contest needs from outside. */
export interface StrategiesPorts {
  /** @throws DeskError when there is no such symbol, or no source may be used */
  readBars(query: BarsQuery, options: { readonly signal?: AbortSignal }): Promise<PriceBars>;
  /** A model by its name. */
  model(name: string): BaseChatModel;
  /**
   * The strategy in a model's answer.
   *
   * @throws DeskError `strategy` that says all that is wrong with it
   */
  readStrategy(answer: string): Promise<StrategyCode>;
  readonly runner: StrategyRunner;
  /** Makes ready what is needed once so many authors have written, while there is nothing else to do. */
  prepare(authors: number, bars: Bars): Promise<unknown>;
  readonly clock: Clock;
  /** How long a strategy may take over all bars. */
  readonly timeLimitMs: number;
  /** Ends what is still at work, with a DeskError `timeout` as its reason; the run keeps the rest. */
  readonly deadline?: AbortSignal;
}

import type { Day } from "../day.ts";
import type { BacktestRun } from "./backtest-run.ts";
import type { Bars } from "./bars.ts";
import type { ExecutionRules } from "./execution-rules.ts";

/** A strategy to be run over bars: plain JavaScript with a top-level `execute_trade(market, portfolio)`. */
export interface StrategyTask {
  readonly code: string;
  readonly bars: Bars;
  readonly rules: ExecutionRules;
  /** How long it may take once its turn has come. */
  readonly timeLimitMs: number;
}

/** What a strategy did that was taken for a hold, on how many bars. */
export interface StrategyWarning {
  readonly kind: "not_a_number" | "threw";
  readonly bars: number;
  /** The first of them, and what it gave or threw there. */
  readonly first: { readonly date: Day; readonly detail: string };
}

/** A strategy's run over all bars. */
export interface StrategyRun extends BacktestRun {
  readonly warnings: readonly StrategyWarning[];
  /** What ran it, with its version: the same code, data and engine give the same run. */
  readonly engine: string;
}

/**
 * Why a strategy could not be run; `kind` among the facts of its error. `syntax`, `threw` (at its top
 * level, or on every bar), `no_function`, `asynchronous`, `timeout`, `memory`, `no_code` (an answer
 * that holds none), `stopped` (its sandbox broke down).
 */
export type StrategyFailure =
  | "no_code"
  | "syntax"
  | "no_function"
  | "asynchronous"
  | "threw"
  | "timeout"
  | "memory"
  | "stopped";

/**
 * Runs strategies where they can harm nothing. Every adapter passes tests/contracts/strategy-runner.ts.
 *
 * A strategy sees one bar more a call and nothing of those to come. Only finite numbers decide; all
 * else is a hold and a counted warning. The words of what it throws are made printable and short.
 */
export interface StrategyRunner {
  /**
   * Runs a strategy, fresh, when there is room for it.
   *
   * @throws DeskError `strategy` with `kind` (see StrategyFailure) where it cannot be run; the signal's
   *   reason when it is aborted
   */
  run(task: StrategyTask, options?: { readonly signal?: AbortSignal }): Promise<StrategyRun>;
  /** Makes ready for so many at once, while there is something else to wait for. */
  warm(count: number): Promise<void>;
  close(): Promise<void>;
}

import type { Bars } from "#core/backtest/bars.ts";
import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import type { StrategyRun } from "#core/backtest/strategy-runner.ts";
import type { Fault } from "./fault.ts";

/** What a worker is given to run. */
export interface SandboxTask {
  readonly code: string;
  readonly bars: Bars;
  /** When each bar begins, in epoch milliseconds, UTC. */
  readonly times: readonly number[];
  readonly rules: ExecutionRules;
  readonly timeLimitMs: number;
}

/** What a worker says: that it has loaded, and then what came of each task. */
export type SandboxReply = "ready" | SandboxOutcome;

export type SandboxOutcome = { readonly run: StrategyRun } | { readonly fault: Fault };

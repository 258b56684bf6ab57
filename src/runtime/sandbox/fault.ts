import type { StrategyFailure } from "#core/backtest/strategy-runner.ts";
import { DeskError } from "#core/errors.ts";
import { MEMORY_MIB } from "./limits.ts";

/** Why a strategy could not be run, as its worker tells it. Plain data. */
export interface Fault {
  readonly kind: Exclude<StrategyFailure, "no_code">;
  /** What was thrown, or what else there is to say: printable, short; empty where there is nothing. */
  readonly detail: string;
}

/** Ends a run inside the worker. */
export class StrategyFault extends Error {
  readonly fault: Fault;

  constructor(kind: Fault["kind"], detail = "") {
    super(detail);
    this.name = "StrategyFault";
    this.fault = { kind, detail };
  }
}

/**
 * The error that a person, or the model that wrote the strategy, can act on.
 *
 * @param timeLimitMs what it was allowed
 */
export function strategyError({ kind, detail }: Fault, timeLimitMs: number): DeskError {
  return new DeskError("strategy", sentence(kind, detail, timeLimitMs), {
    facts: { kind, detail },
  });
}

function sentence(kind: Fault["kind"], detail: string, timeLimitMs: number): string {
  switch (kind) {
    case "syntax":
      return `The strategy is not JavaScript: ${detail}.`;
    case "no_function":
      return "The strategy has no function execute_trade(market, portfolio) at its top level.";
    case "asynchronous":
      return `execute_trade is ${detail}: it must be a plain function that returns a number of shares.`;
    case "threw":
      return `The strategy threw ${detail}.`;
    case "timeout":
      return `The strategy took longer than ${timeLimitMs / 1000} s. It must do less on each bar, or be given more time.`;
    case "memory":
      return `The strategy needs more memory than the ${MEMORY_MIB} MiB that there are for it.`;
    case "stopped":
      return `The strategy's sandbox has stopped: ${detail}.`;
  }
}

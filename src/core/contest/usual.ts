import type { ExecutionRules } from "../backtest/execution-rules.ts";

/** How a contest deals unless told otherwise: with costs that a private investor would not find low. */
export const usualRules: ExecutionRules = {
  cash: 100_000,
  commission: 0.001,
  slippage: 0.0005,
  wholeShares: false,
  allowShort: false,
};

/** Years of bars that a contest is held over. */
export const USUAL_YEARS = 10;

/** Closed trades out of sample without which a Sharpe ratio says nothing. */
export const USUAL_MIN_TRADES = 3;

/** How long a strategy may take over all bars, in milliseconds. */
export const USUAL_TIME_LIMIT_MS = 10_000;

/** How long all of it may take, in milliseconds; what is finished by then is kept. */
export const USUAL_DEADLINE_MS = 400_000;

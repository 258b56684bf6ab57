import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import type { Options } from "../options.ts";
import { numberOf, type Said, switchOf } from "../said.ts";

/** How orders are filled, for every command that backtests; each says what it takes otherwise. */
export function executionOptions({ cash, commission, slippage }: ExecutionRules): Options {
  return {
    cash: {
      type: "string",
      value: "AMOUNT",
      env: null,
      help: `what there is at the start; default ${cash}`,
    },
    commission: {
      type: "string",
      value: "SHARE",
      env: null,
      help: `of each fill's value, both ways, as in 0.001 for 0.1 %; default ${commission}`,
    },
    slippage: {
      type: "string",
      value: "SHARE",
      env: null,
      help: `by how much of the open fills are worse, as in 0.0005 for 0.05 %; default ${slippage}`,
    },
    "whole-shares": { type: "boolean", value: null, env: null, help: "deal in whole shares only" },
    "allow-short": {
      type: "boolean",
      value: null,
      env: null,
      help: "let strategies sell more than they hold",
    },
  };
}

const MOST_CASH = 1e15;
/** Above it a round trip would cost more than it brings, whatever the price does. */
const MOST_SHARE = 0.5;

/** @throws DeskError `usage` for what is out of range */
export function readExecutionRules(said: Said, usual: ExecutionRules): ExecutionRules {
  const share = { least: 0, most: MOST_SHARE };
  const ofValue = { ...share, noun: "share of the value", example: "0.001 for 0.1 %" };
  const ofOpen = { ...share, noun: "share of the open", example: "0.0005 for 0.05 %" };
  return {
    cash: numberOf(said.cash, { least: 0.01, most: MOST_CASH }) ?? usual.cash,
    commission: numberOf(said.commission, ofValue) ?? usual.commission,
    slippage: numberOf(said.slippage, ofOpen) ?? usual.slippage,
    wholeShares: switchOf(said["whole-shares"]),
    allowShort: switchOf(said["allow-short"]),
  };
}

import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import { USUAL_TIME_LIMIT_MS, USUAL_YEARS } from "#core/contest/usual.ts";
import { helpOptions, type Options } from "../options.ts";
import { dataChoices } from "./analyze-options.ts";
import { executionOptions } from "./execution-options.ts";

/** How a backtest deals unless told otherwise: without costs, which its report then says. */
export const backtestRules: ExecutionRules = {
  cash: 10_000,
  commission: 0,
  slippage: 0,
  wholeShares: false,
  allowShort: false,
};

/** What `backtest` can be told, in the order of its help. */
export const backtestOptions: Options = {
  strategy: {
    type: "string",
    value: "FILE.js",
    env: null,
    help: "the strategy: JavaScript with a function execute_trade(market, portfolio)",
  },
  csv: {
    type: "string",
    value: "FILE.csv",
    env: null,
    help: "the bars: Date, Open, High, Low, Close and Volume in any order; in place of a ticker",
  },
  ...executionOptions(backtestRules),
  from: {
    type: "string",
    value: "YYYY-MM-DD",
    env: null,
    help: `first day of the bars; default all of the file, or ${USUAL_YEARS} years of a ticker`,
  },
  to: {
    type: "string",
    value: "YYYY-MM-DD",
    env: null,
    help: "their last day; default all of the file, or today",
  },
  adjusted: {
    type: "boolean",
    value: null,
    env: null,
    help: "scale a file's prices by its adjusted closes; those of a ticker always are",
  },
  symbol: {
    type: "string",
    value: "NAME",
    env: null,
    help: "whose bars a file holds; default what its headings or its name say",
  },
  "time-limit": {
    type: "string",
    value: "SECONDS",
    env: null,
    help: `how long the strategy may take over all bars; default ${USUAL_TIME_LIMIT_MS / 1_000}`,
  },
  data: {
    type: "string",
    value: dataChoices.join("|"),
    env: "TRADING_GRAPH_DATA",
    help: "where a ticker's bars come from; auto (default): Yahoo, or the demo market without a network",
  },
  html: { type: "string", value: "FILE", env: null, help: "write the report as a page there too" },
  json: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_JSON",
    help: "print the report as one JSON object",
  },
  ...helpOptions,
};

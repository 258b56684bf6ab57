import { helpOptions, type Options } from "../options.ts";
import { analyzeOptions } from "./analyze-options.ts";

/** What a chain shares with an analysis, in the order of the help. */
const shared = [
  "data",
  "fallback",
  "as-of",
  "max-usd",
  "max-tokens",
  "prices",
  "deadline",
  "request-timeout",
  "idle-timeout",
  "max-concurrency",
  "max-per-minute",
  "max-data-per-minute",
  "json",
  "out",
  "html",
  "quiet",
];

/** What `chain` can be told, in the order of its help. */
export const chainOptions: Options = {
  input: {
    type: "string",
    value: "TEXT",
    env: null,
    help: "what the chain is to work on; - reads it from standard input",
  },
  check: {
    type: "boolean",
    value: null,
    env: null,
    help: "run nothing: say what the file holds, or name every mistake with its line",
  },
  draw: {
    type: "boolean",
    value: null,
    env: null,
    help: "run nothing: print the chain as a Mermaid drawing",
  },
  model: {
    type: "string",
    value: "rules|NAME",
    env: "TRADING_GRAPH_MODEL",
    help: "the model of agents without one of their own; default: rules, or a live model where OPENAI_API_KEY is set",
  },
  ...Object.fromEntries(Object.entries(analyzeOptions).filter(([name]) => shared.includes(name))),
  "max-concurrency": {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_MAX_CONCURRENCY",
    help: "requests to a provider at once, at most; default as many as the largest parallel group has agents, at least 6",
  },
  ...helpOptions,
};

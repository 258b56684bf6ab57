import { authorStyles, rulesAuthor } from "#core/contest/author.ts";
import {
  USUAL_DEADLINE_MS,
  USUAL_MIN_TRADES,
  USUAL_TIME_LIMIT_MS,
  USUAL_YEARS,
  usualRules,
} from "#core/contest/usual.ts";
import { helpOptions, type Options } from "../options.ts";
import { analyzeOptions } from "./analyze-options.ts";
import { executionOptions } from "./execution-options.ts";

/** What a contest shares with an analysis, in the order of the help. */
const shared = [
  "data",
  "as-of",
  "max-usd",
  "max-tokens",
  "prices",
  "request-timeout",
  "idle-timeout",
  "max-concurrency",
  "max-per-minute",
  "max-data-per-minute",
];

/** What `strategies` can be told, in the order of its help. */
export const strategiesOptions: Options = {
  models: {
    type: "string",
    value: "LIST",
    env: "TRADING_GRAPH_MODELS",
    help: `who writes a strategy, separated by commas; rules is all built-in authors, ${rulesAuthor(authorStyles[0])} one of ${authorStyles.length}; default rules, and --model where it is a live one`,
  },
  model: {
    type: "string",
    value: "rules|NAME",
    env: "TRADING_GRAPH_MODEL",
    help: "who is an author without --models; default: rules, or a live model where OPENAI_API_KEY is set",
  },
  from: {
    type: "string",
    value: "YYYY-MM-DD",
    env: null,
    help: `first day of the bars; default ${USUAL_YEARS} years before the last`,
  },
  ...executionOptions(usualRules),
  "min-trades": {
    type: "string",
    value: "COUNT",
    env: null,
    help: `closed trades out of sample that a strategy needs to be ranked; default ${USUAL_MIN_TRADES}`,
  },
  "time-limit": {
    type: "string",
    value: "SECONDS",
    env: null,
    help: `how long a strategy may take over all bars; default ${USUAL_TIME_LIMIT_MS / 1_000}`,
  },
  deadline: {
    type: "string",
    value: "SECONDS",
    env: null,
    help: `when the contest ends with what is finished; default ${USUAL_DEADLINE_MS / 1_000}`,
  },
  ...Object.fromEntries(Object.entries(analyzeOptions).filter(([name]) => shared.includes(name))),
  json: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_JSON",
    help: "print the result as one JSON object",
  },
  "json-lines": {
    type: "boolean",
    value: null,
    env: null,
    help: "print what happens as it happens, an object a line, the result last",
  },
  html: {
    type: "string",
    value: "FILE",
    env: null,
    help: "save the page there too; one is kept with the run anyway",
  },
  quiet: { type: "boolean", value: null, env: "TRADING_GRAPH_QUIET", help: "show no progress" },
  ...helpOptions,
};

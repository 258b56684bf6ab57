import { analystNames } from "#core/analyst.ts";
import { depths, MOST_ROUNDS } from "#core/depth.ts";
import { MOST_SAMPLES } from "#core/samples.ts";
import type { Options } from "../options.ts";

export const dataChoices = ["auto", "yahoo", "demo"] as const;

/** What `analyze` can be told, in the order of its help. */
export const analyzeOptions: Options = {
  analysts: {
    type: "string",
    value: "LIST",
    env: "TRADING_GRAPH_ANALYSTS",
    help: `who looks at it, separated by commas; default ${analystNames.join(",")}`,
  },
  depth: {
    type: "string",
    value: depths.join("|"),
    env: "TRADING_GRAPH_DEPTH",
    help: "what happens before the decision; standard (default): bull and bear; deep: plan and reviews too",
  },
  "debate-rounds": {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_DEBATE_ROUNDS",
    help: `rounds of bull and bear, 1 to ${MOST_ROUNDS}; default 1`,
  },
  "risk-rounds": {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_RISK_ROUNDS",
    help: `rounds of the plan's reviewers, 1 to ${MOST_ROUNDS}; default 1`,
  },
  samples: {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_SAMPLES",
    help: `draw the decision 1 to ${MOST_SAMPLES} times, as many at once as --max-concurrency allows; default 1`,
  },
  data: {
    type: "string",
    value: dataChoices.join("|"),
    env: "TRADING_GRAPH_DATA",
    help: "where figures come from; auto (default): Yahoo, or the demo market without a network",
  },
  model: {
    type: "string",
    value: "rules|NAME",
    env: "TRADING_GRAPH_MODEL",
    help: "who writes; default: rules, or a live model where OPENAI_API_KEY is set",
  },
  "model-for": {
    type: "string",
    value: "ROLE=NAME,...",
    env: "TRADING_GRAPH_MODEL_FOR",
    help: "models of roles: analysts, debate, reviewers, manager, or one, as in news_analyst=NAME",
  },
  fallback: {
    type: "string",
    value: "LIST",
    env: "TRADING_GRAPH_FALLBACK",
    help: "models that are asked, in this order, where one has failed for good",
  },
  "as-of": {
    type: "string",
    value: "YYYY-MM-DD",
    env: "TRADING_GRAPH_AS_OF",
    help: "the last day whose knowledge may be used; default today",
  },
  "max-usd": {
    type: "string",
    value: "USD",
    env: "TRADING_GRAPH_MAX_USD",
    help: "what model calls may cost together; the run ends with what it has",
  },
  "max-tokens": {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_MAX_TOKENS",
    help: "what model calls may use together, input and output",
  },
  prices: {
    type: "string",
    value: "FILE",
    env: "TRADING_GRAPH_PRICES",
    help: "a price list; default prices.json",
  },
  "dry-run": {
    type: "boolean",
    value: null,
    env: null,
    help: "estimate calls, tokens and cost by the real prompts, and ask no live model",
  },
  deadline: {
    type: "string",
    value: "SECONDS",
    env: "TRADING_GRAPH_DEADLINE",
    help: "when the run ends with what it has; default none",
  },
  "request-timeout": {
    type: "string",
    value: "SECONDS",
    env: "TRADING_GRAPH_REQUEST_TIMEOUT",
    help: "how long one request to a model may take; default 60",
  },
  "idle-timeout": {
    type: "string",
    value: "SECONDS",
    env: "TRADING_GRAPH_IDLE_TIMEOUT",
    help: "how long a model's stream may stand still; default 30",
  },
  "max-concurrency": {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_MAX_CONCURRENCY",
    help: "requests to a provider at once, at most; default 6",
  },
  "max-per-minute": {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_MAX_PER_MINUTE",
    help: "requests to a provider within a minute, about, at most; default none",
  },
  "max-data-per-minute": {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_MAX_DATA_PER_MINUTE",
    help: "the same of the source of data",
  },
  record: {
    type: "string",
    value: "FILE",
    env: null,
    help: "keep every model and data exchange in a file",
  },
  replay: {
    type: "string",
    value: "FILE",
    env: null,
    help: "run again from such a file, without a key or a network",
  },
  json: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_JSON",
    help: "print the result as one JSON object",
  },
  out: {
    type: "string",
    value: "DIR",
    env: "TRADING_GRAPH_OUT",
    help: "save the report (.md) and the result (.json) there too",
  },
  html: {
    type: "string",
    value: "FILE",
    env: null,
    help: "write the report as a page of its own too: one file, with its chart, that opens offline",
  },
  quiet: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_QUIET",
    help: "show no progress",
  },
  help: { type: "boolean", value: null, env: null, help: "show this" },
  version: { type: "boolean", value: null, env: null, help: "show the version" },
};

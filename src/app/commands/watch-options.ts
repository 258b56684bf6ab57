import type { Option, Options } from "../options.ts";
import { analyzeOptions } from "./analyze-options.ts";

/** What only a single analysis has. */
const alone = ["dry-run", "record", "replay", "out"];

/** What stands behind all options, here as there. */
const last = ["json", "quiet", "help", "version"];

/** What a list's options say otherwise. */
const helps: Readonly<Record<string, string>> = {
  "max-usd": "what model calls of the whole list may cost together; it then ends with what it has",
  "max-tokens": "what model calls of the whole list may use together, input and output",
  deadline: "when one ticker's run ends with what it has; default none",
  json: "print one JSON array, a row a ticker in the order given",
};

const shared = Object.entries(analyzeOptions)
  .filter(([name]) => !alone.includes(name))
  .map(([name, option]): [string, Option] => [
    name,
    { ...option, help: helps[name] ?? option.help },
  ]);

/** What `watch` can be told, in the order of its help. */
export const watchOptions: Options = {
  file: {
    type: "string",
    value: "FILE",
    env: null,
    help: "tickers from a file too, one or more a line; # begins a comment",
  },
  "max-workers": {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_MAX_WORKERS",
    help: "tickers that are worked on at once, 1 to 64; default 8",
  },
  timeout: {
    type: "string",
    value: "SECONDS",
    env: "TRADING_GRAPH_TIMEOUT",
    help: "when the whole list ends and keeps what is finished; default none",
  },
  resume: {
    type: "boolean",
    value: null,
    env: null,
    help: "go on with the newest list that the same command has begun: all that is not done, what failed too",
  },
  distributed: {
    type: "boolean",
    value: null,
    env: null,
    help: "leave the work to trading-graph worker, on any machines that share DATABASE_URL",
  },
  ...Object.fromEntries(shared.filter(([name]) => !last.includes(name))),
  "json-lines": {
    type: "boolean",
    value: null,
    env: null,
    help: "print such a row as each ticker finishes",
  },
  csv: { type: "boolean", value: null, env: null, help: "print the table as CSV" },
  ...Object.fromEntries(shared.filter(([name]) => last.includes(name))),
};

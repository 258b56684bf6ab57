import { horizons } from "#core/decision.ts";
import type { Options } from "../options.ts";
import { analyzeOptions } from "./analyze-options.ts";
import { reviewOptions } from "./review-request.ts";

/** What a replay shares with a single analysis. What limits one run's spending limits the replay's. */
const shared = [
  "analysts",
  "depth",
  "debate-rounds",
  "risk-rounds",
  "samples",
  "data",
  "model",
  "model-for",
  "fallback",
  "max-usd",
  "max-tokens",
  "prices",
  "request-timeout",
  "idle-timeout",
  "max-concurrency",
  "max-per-minute",
  "max-data-per-minute",
  "json",
  "quiet",
  "help",
  "version",
];

/** What `replay-history` can be told, in the order of its help. */
export const replayHistoryOptions: Options = {
  from: {
    type: "string",
    value: "YYYY-MM-DD",
    env: null,
    help: "the first day of the past; default a year before --to",
  },
  to: {
    type: "string",
    value: "YYYY-MM-DD",
    env: null,
    help: "its last day; default the last known, or with --horizon the last that can be scored",
  },
  every: {
    type: "string",
    value: "STEP",
    env: null,
    help: "how often the desk decides: 21d (default), 3w, 1m ...; 120 times at most",
  },
  horizon: {
    type: "string",
    value: horizons.join("|"),
    env: null,
    help: "what every decision is scored over; default the horizon that it states",
  },
  costs: {
    type: "string",
    value: "BASIS_POINTS",
    env: null,
    help: "what a trade costs, in hundredths of a percent of its value; default 0",
  },
  "at-once": {
    type: "string",
    value: "COUNT",
    env: null,
    help: "days that are worked on at once; default 4",
  },
  ...picked(reviewOptions, ["benchmark"]),
  ...picked(analyzeOptions, shared),
};

function picked(options: Options, names: readonly string[]): Options {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
}

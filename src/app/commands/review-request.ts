import { type Day, dayOf, parseAsOf } from "#core/day.ts";
import type { SourceName } from "#core/ports.ts";
import { USUAL_BENCHMARK } from "#core/review/benchmark.ts";
import { parseTicker } from "#core/ticker.ts";
import type { Environment } from "../config.ts";
import { type Options, readOptions } from "../options.ts";
import { oneOf, switchOf, textOf } from "../said.ts";
import { dataChoices } from "./analyze-options.ts";

/** What `review` can be told, in the order of its help. */
export const reviewOptions: Options = {
  "as-of": {
    type: "string",
    value: "YYYY-MM-DD",
    env: "TRADING_GRAPH_AS_OF",
    help: "the last day whose knowledge may be used; default today",
  },
  benchmark: {
    type: "string",
    value: "SYMBOL",
    env: "TRADING_GRAPH_BENCHMARK",
    help: `what returns are measured by; default ${USUAL_BENCHMARK}`,
  },
  data: {
    type: "string",
    value: dataChoices.join("|"),
    env: "TRADING_GRAPH_DATA",
    help: "only decisions on this source's figures; auto (default): all, each on its own source's",
  },
  model: {
    type: "string",
    value: "NAME",
    // TRADING_GRAPH_MODEL says who writes next, not whose decisions are looked at.
    env: null,
    help: "only decisions made by this model, as results name it",
  },
  json: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_JSON",
    help: "print the review as one JSON object",
  },
  help: { type: "boolean", value: null, env: null, help: "show this" },
  version: { type: "boolean", value: null, env: null, help: "show the version" },
};

export interface ReviewRequest {
  /** Empty is all. */
  readonly symbols: readonly string[];
  readonly asOf: Day;
  readonly benchmark: string;
  /** null is all. */
  readonly source: SourceName | null;
  /** null is all. */
  readonly model: string | null;
  readonly json: boolean;
}

/**
 * What `review` is asked, from its arguments and the environment.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function readReviewRequest(
  argv: readonly string[],
  env: Environment,
  now: number,
): ReviewRequest {
  const { said, positionals } = readOptions(argv, reviewOptions, env);
  const today = dayOf(now);
  const data = said.data === undefined ? "auto" : oneOf(said.data, "data source", dataChoices);
  return {
    symbols: [...new Set(positionals.map(parseTicker))],
    asOf: parseAsOf(textOf(said["as-of"]) ?? today, today),
    benchmark: parseTicker(textOf(said.benchmark) ?? USUAL_BENCHMARK),
    source: data === "auto" ? null : data,
    model: textOf(said.model),
    json: switchOf(said.json),
  };
}

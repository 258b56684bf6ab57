import { type AnalystName, analystNames } from "#core/analyst.ts";
import { type Day, dayOf, parseAsOf } from "#core/day.ts";
import { DeskError, usageError } from "#core/errors.ts";
import { parseTicker } from "#core/ticker.ts";
import type { Environment } from "../config.ts";
import type { DeskChoice } from "../desk.ts";
import { type Options, readOptions, type Said } from "../options.ts";

const dataChoices = ["auto", "yahoo", "demo"] as const;

export const analyzeOptions: Options = {
  analysts: {
    type: "string",
    value: "LIST",
    env: "TRADING_GRAPH_ANALYSTS",
    help: `who looks at it, separated by commas; default ${analystNames.join(",")}`,
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
  "as-of": {
    type: "string",
    value: "YYYY-MM-DD",
    env: "TRADING_GRAPH_AS_OF",
    help: "the last day whose knowledge may be used; default today",
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
  quiet: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_QUIET",
    help: "show no progress",
  },
  help: { type: "boolean", value: null, env: null, help: "show this" },
  version: { type: "boolean", value: null, env: null, help: "show the version" },
};

export interface AnalyzeRequest extends DeskChoice {
  readonly ticker: string;
  readonly analysts: readonly AnalystName[];
  /** null is today. */
  readonly asOf: Day | null;
  readonly json: boolean;
  readonly out: string | null;
  readonly quiet: boolean;
}

/**
 * What `analyze` is asked, from its arguments and the environment.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function readAnalyzeRequest(
  argv: readonly string[],
  env: Environment,
  now: number,
): AnalyzeRequest {
  const { said, positionals } = readOptions(argv, analyzeOptions, env);
  const [ticker, ...more] = positionals;
  if (ticker === undefined) {
    throw new DeskError("usage", "no ticker given. Example: trading-graph analyze AAPL");
  }
  const checked = parseTicker(ticker);
  if (more.length > 0) {
    throw new DeskError(
      "usage",
      `analyze takes one ticker, ${positionals.length} given. Put values after their option, as in --data demo.`,
    );
  }
  const asOf = textOf(said, "as-of");
  return {
    ...readDeskChoice(said),
    ticker: checked,
    analysts: readAnalysts(textOf(said, "analysts")),
    asOf: asOf === null ? null : parseAsOf(asOf, dayOf(now)),
    json: said.json === true,
    out: textOf(said, "out"),
    quiet: said.quiet === true,
  };
}

/** Whose data and whose words a desk uses. */
export function readDeskChoice(said: Said): DeskChoice {
  return {
    data: oneOf("data source", textOf(said, "data") ?? "auto", dataChoices),
    model: textOf(said, "model"),
  };
}

function textOf(said: Said, name: string): string | null {
  const value = said[name];
  return typeof value === "string" ? value : null;
}

function readAnalysts(list: string | null): AnalystName[] {
  if (list === null) return [...analystNames];
  const names = list.split(",").map((name) => oneOf("analyst", name.trim(), analystNames));
  return [...new Set(names)];
}

function oneOf<T extends string>(what: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw usageError(what, value, choices);
  return found;
}

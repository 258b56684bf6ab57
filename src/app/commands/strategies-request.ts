import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import { authorStyles, rulesAuthor, styleOf } from "#core/contest/author.ts";
import {
  USUAL_DEADLINE_MS,
  USUAL_MIN_TRADES,
  USUAL_TIME_LIMIT_MS,
  usualRules,
} from "#core/contest/usual.ts";
import { type Day, dayOf } from "#core/day.ts";
import type { DeskChoice, ModelChoice } from "#core/desk-choice.ts";
import { DeskError, usageError } from "#core/errors.ts";
import type { Config, Environment } from "../config.ts";
import { RULES } from "../model-choice.ts";
import { mainModel } from "../models.ts";
import { readOptions } from "../options.ts";
import { listOf, numberOf, type Said, switchOf, textOf } from "../said.ts";
import { readDeskChoice, seconds } from "./analyze-request.ts";
import { dayIn, tickerIn } from "./arguments.ts";
import { readExecutionRules } from "./execution-options.ts";
import { strategiesOptions } from "./strategies-options.ts";

/** How a contest is shown, and where its page is saved beside its folder. */
export interface ContestPresentation {
  readonly output: "text" | "json" | "json-lines";
  readonly html: string | null;
  readonly quiet: boolean;
}

export interface StrategiesRequest extends DeskChoice, ContestPresentation {
  readonly ticker: string;
  /** Who writes. */
  readonly models: readonly string[];
  /** How long a strategy may take over all bars. */
  readonly timeLimitMs: number;
  /** null is ten years before the last. */
  readonly from: Day | null;
  /** null is today. */
  readonly asOf: Day | null;
  readonly rules: ExecutionRules;
  readonly minTrades: number;
  readonly deadlineMs: number;
}

const MOST_AUTHORS = 64;

/**
 * What `strategies` is asked, from its arguments and the environment.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function readStrategiesRequest(
  argv: readonly string[],
  env: Environment,
  config: Config,
  now: number,
): StrategiesRequest {
  const { said, positionals } = readOptions(argv, strategiesOptions, env);
  const choice = readDeskChoice(said);
  const asOf = dayIn(said["as-of"], dayOf(now));
  const from = dayIn(said.from, asOf ?? dayOf(now));
  return {
    ...choice,
    models: modelsIn(said, choice, config),
    timeLimitMs: seconds(said["time-limit"]) ?? USUAL_TIME_LIMIT_MS,
    ticker: tickerIn(positionals, "strategies"),
    from,
    asOf,
    rules: readExecutionRules(said, usualRules),
    minTrades:
      numberOf(said["min-trades"], { least: 0, most: 10_000, whole: true }) ?? USUAL_MIN_TRADES,
    deadlineMs: seconds(said.deadline) ?? USUAL_DEADLINE_MS,
    output: outputOf(said),
    html: textOf(said.html),
    quiet: switchOf(said.quiet),
  };
}

/** All built-in authors, and the live model against them where there is one. */
export function usualModels(choice: ModelChoice, config: Config): string[] {
  const main = mainModel(choice, config);
  return main === RULES ? [RULES] : [main, RULES];
}

function modelsIn({ models }: Said, choice: ModelChoice, config: Config): string[] {
  if (models === undefined) return usualModels(choice, config);
  const names = listOf(models);
  const unknown = names.find((name) => name.startsWith(`${RULES}:`) && styleOf(name) === null);
  if (unknown !== undefined) {
    throw usageError(`${models.by}: built-in author`, unknown, authorStyles.map(rulesAuthor));
  }
  if (names.length > MOST_AUTHORS) {
    throw new DeskError(
      "usage",
      `${models.by}: ${names.length} models are more than ${MOST_AUTHORS}, the most that one contest takes.`,
    );
  }
  return names;
}

/** A flag wins over what the environment says of another. */
function outputOf(said: Said): StrategiesRequest["output"] {
  const json = switchOf(said.json);
  if (!switchOf(said["json-lines"])) return json ? "json" : "text";
  if (said.json?.by !== "--json") return "json-lines";
  throw new DeskError("usage", "--json and --json-lines contradict each other: give one of them.");
}

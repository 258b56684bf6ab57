import { type AnalystName, analystNames } from "#core/analyst.ts";
import { type Day, dayOf, parseAsOf } from "#core/day.ts";
import { DeskError } from "#core/errors.ts";
import { parseTicker } from "#core/ticker.ts";
import type { Environment } from "../config.ts";
import type { DeskChoice } from "../desk.ts";
import { readModelFor } from "../model-choice.ts";
import { readOptions } from "../options.ts";
import { listOf, numberOf, oneOf, type Said, type Saying, switchOf, textOf } from "../said.ts";
import { analyzeOptions, dataChoices } from "./analyze-options.ts";

export interface AnalyzeRequest extends DeskChoice {
  readonly ticker: string;
  readonly analysts: readonly AnalystName[];
  /** null is today. */
  readonly asOf: Day | null;
  /** null is without a deadline. */
  readonly deadlineMs: number | null;
  readonly dryRun: boolean;
  readonly record: string | null;
  readonly replay: string | null;
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
  const request: AnalyzeRequest = {
    ...readDeskChoice(said),
    ticker: readTicker(positionals),
    analysts: readAnalysts(said.analysts),
    asOf: readAsOf(said["as-of"], dayOf(now)),
    deadlineMs: seconds(said.deadline),
    dryRun: switchOf(said["dry-run"]),
    record: textOf(said.record),
    replay: textOf(said.replay),
    json: switchOf(said.json),
    // An estimate is no report to be saved under a report's name.
    out: switchOf(said["dry-run"]) && said.out?.by !== "--out" ? null : textOf(said.out),
    quiet: switchOf(said.quiet),
  };
  requireConsistent(request, said);
  return request;
}

/** Whose data and whose words a desk uses. */
export function readDeskChoice(said: Said): DeskChoice {
  const modelFor = textOf(said["model-for"]);
  return {
    data: said.data === undefined ? "auto" : oneOf(said.data, "data source", dataChoices),
    model: textOf(said.model),
    modelFor: modelFor === null ? {} : readModelFor(modelFor),
    fallbacks: said.fallback === undefined ? [] : listOf(said.fallback),
    maxConcurrency: numberOf(said["max-concurrency"], { least: 1, most: 64, whole: true }) ?? 6,
    requestTimeoutMs: seconds(said["request-timeout"]) ?? 60_000,
    idleTimeoutMs: seconds(said["idle-timeout"]) ?? 30_000,
    maxUsd: numberOf(said["max-usd"], { least: 0, most: 1e6 }),
    maxTokens: numberOf(said["max-tokens"], { least: 1, most: 1e12, whole: true }),
    prices: textOf(said.prices),
  };
}

const LONGEST_SECONDS = 86_400;

function seconds(saying: Saying | undefined): number | null {
  const value = numberOf(saying, { least: 0.001, most: LONGEST_SECONDS });
  return value === null ? null : value * 1_000;
}

function readTicker(positionals: readonly string[]): string {
  const [ticker, ...more] = positionals;
  if (ticker === undefined) {
    throw new DeskError("usage", "no ticker given. Example: trading-graph analyze AAPL");
  }
  const checked = parseTicker(ticker);
  if (more.length === 0) return checked;
  throw new DeskError(
    "usage",
    `analyze takes one ticker, ${positionals.length} given. Put values after their option, as in --data demo.`,
  );
}

function readAnalysts(saying: Saying | undefined): AnalystName[] {
  if (saying === undefined) return [...analystNames];
  const names = String(saying.value).split(",");
  return [
    ...new Set(
      names.map((name) => oneOf({ ...saying, value: name.trim() }, "analyst", analystNames)),
    ),
  ];
}

function readAsOf(saying: Saying | undefined, today: Day): Day | null {
  const text = textOf(saying);
  return text === null ? null : parseAsOf(text, today);
}

/** Options that a recording has answered already. */
const ANSWERED = ["data", "model", "model-for", "fallback", "max-usd", "max-tokens", "deadline"];

/** @throws DeskError `usage` for options that contradict each other */
function requireConsistent({ record, replay, dryRun, out }: AnalyzeRequest, said: Said): void {
  const both = [
    [record !== null && replay !== null, "--record and --replay"],
    [dryRun && replay !== null, "--dry-run and --replay"],
    [dryRun && record !== null, "--dry-run and --record"],
    [dryRun && said.out?.by === "--out" && out !== null, "--dry-run and --out"],
    ...ANSWERED.map(
      (name) =>
        [replay !== null && said[name]?.by === `--${name}`, `--replay and --${name}`] as const,
    ),
  ] as const;
  for (const [given, names] of both) {
    if (given) throw new DeskError("usage", `${names} contradict each other: give one of them.`);
  }
}

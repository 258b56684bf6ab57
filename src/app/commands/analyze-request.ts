import { type AnalystName, analystNames } from "#core/analyst.ts";
import { type Day, dayOf } from "#core/day.ts";
import { type Depth, depths, MOST_ROUNDS } from "#core/depth.ts";
import type { DeskChoice } from "#core/desk-choice.ts";
import { DeskError, quoted } from "#core/errors.ts";
import { MOST_SAMPLES } from "#core/samples.ts";
import type { Environment } from "../config.ts";
import { readModelFor } from "../model-choice.ts";
import { readOptions } from "../options.ts";
import { listOf, numberOf, oneOf, type Said, type Saying, switchOf, textOf } from "../said.ts";
import { analyzeOptions, dataChoices } from "./analyze-options.ts";
import { dayIn, tickerIn } from "./arguments.ts";

/** How thoroughly a ticker is looked at. */
export interface Thoroughness {
  readonly analysts: readonly AnalystName[];
  readonly depth: Depth;
  readonly debateRounds: number;
  readonly riskRounds: number;
  /** How often the decision is drawn. */
  readonly samples: number;
}

export interface AnalyzeRequest extends DeskChoice, Thoroughness {
  readonly ticker: string;
  /** null is today. */
  readonly asOf: Day | null;
  /** null is without a deadline. */
  readonly deadlineMs: number | null;
  readonly dryRun: boolean;
  readonly record: string | null;
  readonly replay: string | null;
  readonly json: boolean;
  readonly out: string | null;
  /** Where the report is written as a page; null for nowhere. */
  readonly html: string | null;
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
    ...readThoroughness(said),
    ticker: tickerIn(positionals, "analyze"),
    asOf: dayIn(said["as-of"], dayOf(now)),
    deadlineMs: seconds(said.deadline),
    dryRun: switchOf(said["dry-run"]),
    record: textOf(said.record),
    replay: textOf(said.replay),
    json: switchOf(said.json),
    // An estimate is no report to be saved under a report's name.
    out: switchOf(said["dry-run"]) && said.out?.by !== "--out" ? null : textOf(said.out),
    html: textOf(said.html),
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
    maxPerMinute: numberOf(said["max-per-minute"], { least: 1, most: 1e6, whole: true }),
    maxDataPerMinute: numberOf(said["max-data-per-minute"], { least: 1, most: 1e6, whole: true }),
    requestTimeoutMs: seconds(said["request-timeout"]) ?? 60_000,
    idleTimeoutMs: seconds(said["idle-timeout"]) ?? 30_000,
    maxUsd: numberOf(said["max-usd"], { least: 0, most: 1e6 }),
    maxTokens: numberOf(said["max-tokens"], { least: 1, most: 1e12, whole: true }),
    prices: textOf(said.prices),
  };
}

/**
 * Who looks, and how much is argued.
 *
 * @throws DeskError `usage` for rounds of what the depth does not have
 */
export function readThoroughness(said: Said): Thoroughness {
  const depth = said.depth === undefined ? "standard" : oneOf(said.depth, "depth", depths);
  const rounds = (name: "debate-rounds" | "risk-rounds", having: readonly Depth[]): number => {
    const count = numberOf(said[name], { least: 1, most: MOST_ROUNDS, whole: true });
    if (count === null || having.includes(depth)) return count ?? 1;
    // What the environment says of rounds is for the runs that have some.
    if (said[name]?.by !== `--${name}`) return 1;
    throw new DeskError(
      "usage",
      `--${name} ${count} contradicts the depth ${quoted(depth)}, which has no such rounds: use --depth ${having.join(" or ")}.`,
    );
  };
  return {
    analysts: readAnalysts(said.analysts),
    depth,
    debateRounds: rounds("debate-rounds", ["standard", "deep"]),
    riskRounds: rounds("risk-rounds", ["deep"]),
    samples: numberOf(said.samples, { least: 1, most: MOST_SAMPLES, whole: true }) ?? 1,
  };
}

const LONGEST_SECONDS = 86_400;

/** The seconds that were said, in milliseconds; null where none were. */
export function seconds(saying: Saying | undefined): number | null {
  const value = numberOf(saying, {
    least: 0.001,
    most: LONGEST_SECONDS,
    noun: "number of seconds",
  });
  return value === null ? null : value * 1_000;
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

/** Options that a recording has answered already. */
const ANSWERED = ["data", "model", "model-for", "fallback", "max-usd", "max-tokens", "deadline"];

/** @throws DeskError `usage` for options that contradict each other */
function requireConsistent(
  { record, replay, dryRun, out, html }: AnalyzeRequest,
  said: Said,
): void {
  const both = [
    [record !== null && replay !== null, "--record and --replay"],
    [dryRun && replay !== null, "--dry-run and --replay"],
    [dryRun && record !== null, "--dry-run and --record"],
    [dryRun && html !== null, "--dry-run and --html"],
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

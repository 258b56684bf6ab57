import { dayOf } from "#core/day.ts";
import { horizons } from "#core/decision.ts";
import type { DeskChoice } from "#core/desk-choice.ts";
import { DeskError } from "#core/errors.ts";
import type { AskedPast } from "#core/history-replay/plan.ts";
import { parseStep } from "#core/history-replay/step.ts";
import { USUAL_BENCHMARK } from "#core/review/benchmark.ts";
import { parseTicker } from "#core/ticker.ts";
import type { Environment } from "../config.ts";
import { readOptions } from "../options.ts";
import { numberOf, oneOf, switchOf, textOf } from "../said.ts";
import { readDeskChoice, readThoroughness, type Thoroughness } from "./analyze-request.ts";
import { dayIn, tickerIn } from "./arguments.ts";
import { replayHistoryOptions } from "./replay-history-options.ts";

export interface ReplayHistoryRequest extends DeskChoice, Thoroughness, AskedPast {
  readonly ticker: string;
  /** What decisions are measured by. */
  readonly benchmark: string;
  /** Of a trade, in basis points of its value. */
  readonly costs: number;
  /** Days that are worked on at once. */
  readonly atOnce: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

const USUAL_STEP = "21d";

/**
 * What `replay-history` is asked, from its arguments and the environment.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function readReplayHistoryRequest(
  argv: readonly string[],
  env: Environment,
  now: number,
): ReplayHistoryRequest {
  const { said, positionals } = readOptions(argv, replayHistoryOptions, env);
  const [from, to] = [said.from, said.to].map((saying) => dayIn(saying, dayOf(now)));
  if (from && to && from > to) {
    throw new DeskError(
      "usage",
      `--from ${from} is after --to ${to}: give the earlier day to --from.`,
    );
  }
  return {
    ...readDeskChoice(said),
    ...readThoroughness(said),
    ticker: tickerIn(positionals, "replay-history"),
    benchmark: parseTicker(textOf(said.benchmark) ?? USUAL_BENCHMARK),
    from: from ?? null,
    to: to ?? null,
    step: parseStep(textOf(said.every) ?? USUAL_STEP, "--every"),
    horizon: said.horizon === undefined ? null : oneOf(said.horizon, "horizon", horizons),
    costs: numberOf(said.costs, { least: 0, most: 1_000 }) ?? 0,
    atOnce: numberOf(said["at-once"], { least: 1, most: 16, whole: true }) ?? 4,
    json: switchOf(said.json),
    quiet: switchOf(said.quiet),
  };
}

import { type Day, dayOf } from "#core/day.ts";
import type { DeskChoice } from "#core/desk-choice.ts";
import { DeskError } from "#core/errors.ts";
import type { Environment } from "../config.ts";
import { readOptions } from "../options.ts";
import { numberOf, type Said, switchOf, textOf } from "../said.ts";
import type { ListOutput } from "../watchlist/list-printer.ts";
import { readDeskChoice, readThoroughness, seconds, type Thoroughness } from "./analyze-request.ts";
import { dayIn } from "./arguments.ts";
import { watchOptions } from "./watch-options.ts";

export interface WatchRequest extends DeskChoice, Thoroughness {
  /** Words of the command line; `-` is standard input. */
  readonly given: readonly string[];
  readonly file: string | null;
  /** Tickers that are worked on at once. */
  readonly maxWorkers: number;
  /** Of the whole list; null is without a limit. */
  readonly timeoutMs: number | null;
  readonly resume: boolean;
  readonly distributed: boolean;
  /** null is today, or the list's own day where one is gone on with. */
  readonly asOf: Day | null;
  /** Of one ticker's run; null is without a deadline. */
  readonly deadlineMs: number | null;
  readonly output: ListOutput;
  readonly quiet: boolean;
}

/**
 * What `watch` is asked, from its arguments and the environment.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function readWatchRequest(
  argv: readonly string[],
  env: Environment,
  now: number,
): WatchRequest {
  const { said, positionals } = readOptions(argv, watchOptions, env);
  requireOneFile(argv);
  return {
    ...readDeskChoice(said),
    ...readThoroughness(said),
    given: positionals,
    file: textOf(said.file),
    maxWorkers: numberOf(said["max-workers"], { least: 1, most: 64, whole: true }) ?? 8,
    timeoutMs: seconds(said.timeout),
    resume: switchOf(said.resume),
    distributed: switchOf(said.distributed),
    asOf: dayIn(said["as-of"], dayOf(now)),
    deadlineMs: seconds(said.deadline),
    output: outputOf(said),
    quiet: switchOf(said.quiet),
  };
}

/** @throws DeskError `usage` when several are asked for by their flags */
function outputOf(said: Said): ListOutput {
  const outputs = ["json", "json-lines", "csv"] as const;
  const asked = outputs.filter((name) => switchOf(said[name]));
  const [flag, another] = asked.filter((name) => said[name]?.by === `--${name}`);
  if (flag !== undefined && another !== undefined) throw contradiction(flag, another);
  // A flag wins over what the environment says of another.
  return flag ?? asked[0] ?? "table";
}

/** No list is left out unsaid: elsewhere the last of an option's values wins. */
function requireOneFile(argv: readonly string[]): void {
  const files = argv.filter((word) => word === "--file" || word.startsWith("--file="));
  if (files.length < 2) return;
  throw new DeskError(
    "usage",
    "--file takes one file and was given several times. Join them: cat a.txt b.txt | trading-graph watch -",
  );
}

function contradiction(one: string, other: string): DeskError {
  return new DeskError("usage", `--${one} and --${other} contradict each other: give one of them.`);
}

import { type Day, dayOf } from "#core/day.ts";
import type { DeskChoice } from "#core/desk-choice.ts";
import { DeskError } from "#core/errors.ts";
import type { Environment } from "../config.ts";
import { readOptions } from "../options.ts";
import { type Said, switchOf, textOf } from "../said.ts";
import { readDeskChoice, seconds } from "./analyze-request.ts";
import { dayIn } from "./arguments.ts";
import { chainOptions } from "./chain-options.ts";
import type { Presentation } from "./present-run.ts";

/** By whose data and words a chain is run, and within which limits. */
export interface ChainSettings extends Omit<DeskChoice, "maxConcurrency"> {
  /** null is as many as the largest parallel group of the chain asks for. */
  readonly maxConcurrency: number | null;
  /** null is today. */
  readonly asOf: Day | null;
  /** null is without a deadline. */
  readonly deadlineMs: number | null;
}

export interface ChainRequest extends ChainSettings, Presentation {
  readonly file: string;
  readonly what: "run" | "check" | "draw";
  /** As given; null where none was. */
  readonly input: string | null;
  /** Where the report is written as a page; null for nowhere. */
  readonly html: string | null;
}

/**
 * What `chain` is asked, from its arguments and the environment.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function readChainRequest(
  argv: readonly string[],
  env: Environment,
  now: number,
): ChainRequest {
  const { said, positionals } = readOptions(argv, chainOptions, env);
  const choice = readDeskChoice(said);
  const what = whatIn(said);
  return {
    ...choice,
    maxConcurrency: said["max-concurrency"] === undefined ? null : choice.maxConcurrency,
    file: fileIn(positionals, what),
    what,
    input: textOf(said.input),
    asOf: dayIn(said["as-of"], dayOf(now)),
    deadlineMs: seconds(said.deadline),
    json: switchOf(said.json),
    out: textOf(said.out),
    html: textOf(said.html),
    quiet: switchOf(said.quiet),
  };
}

function fileIn(positionals: readonly string[], what: ChainRequest["what"]): string {
  const [file, ...more] = positionals;
  if (file !== undefined && more.length === 0) return file;
  const way = what === "run" ? "; put the input between quotes" : "";
  const problem =
    file === undefined
      ? "no file given"
      : `chain takes one file, ${positionals.length} given${way}`;
  const example =
    what === "run"
      ? "examples/second-opinion.yaml --input AAPL"
      : `--${what} examples/second-opinion.yaml`;
  throw new DeskError("usage", `${problem}. Example: trading-graph chain ${example}`);
}

function whatIn(said: Said): ChainRequest["what"] {
  const [check, draw] = [switchOf(said.check), switchOf(said.draw)];
  if (check && draw) {
    throw new DeskError("usage", "--check and --draw contradict each other: give one of them.");
  }
  if (check) return "check";
  return draw ? "draw" : "run";
}

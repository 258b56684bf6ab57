import { DeskError } from "#core/errors.ts";
import type { Environment } from "../../config.ts";
import { helpOptions, type Options, readOptions } from "../../options.ts";
import type { Invocation } from "../command.ts";

/** One thing that `runs` does. */
export interface Subcommand {
  /** What stands behind its name. */
  readonly takes: string;
  readonly does: string;
  readonly options: Options;
  /**
   * @returns the exit code
   * @throws DeskError, which the command line turns into a sentence and a code
   */
  run(invocation: Invocation): Promise<number>;
}

export const jsonOption: Options = {
  json: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_JSON",
    help: "print it as JSON",
  },
};

/**
 * What a subcommand is told.
 *
 * @throws DeskError `usage` naming the flag and the valid ones
 */
export function readArguments(argv: readonly string[], options: Options, env: Environment) {
  return readOptions(argv, { ...options, ...helpOptions }, env);
}

/**
 * The arguments that are no options.
 *
 * @param takes how many there have to be
 * @throws DeskError `usage` when there are more or fewer
 */
export function argumentsIn(
  positionals: readonly string[],
  takes: number,
  example: string,
): readonly string[] {
  if (positionals.length === takes) return positionals;
  const [name] = example.split(" ");
  const wanted = takes === 0 ? "no run" : takes === 1 ? "one run" : `${takes} runs`;
  throw new DeskError(
    "usage",
    `${name} takes ${wanted}, ${positionals.length} given. Example: trading-graph runs ${example}`,
  );
}

import type { DeskChoice } from "#core/desk-choice.ts";
import { DeskError } from "#core/errors.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config, Environment } from "../config.ts";
import { type Options, readOptions } from "../options.ts";
import { type Said, switchOf, textOf } from "../said.ts";
import { analyzeOptions } from "./analyze-options.ts";
import { readDeskChoice, seconds } from "./analyze-request.ts";
import type { Invocation } from "./command.ts";
import type { Presentation } from "./present-run.ts";

/** Limits may be raised for another try; what else could be said makes another question. */
const SHARED = [
  "max-usd",
  "max-tokens",
  "max-concurrency",
  "max-per-minute",
  "max-data-per-minute",
  "request-timeout",
  "idle-timeout",
  "deadline",
  "json",
  "out",
  "quiet",
  "help",
  "version",
];

export const rerunOptions: Options = {
  "only-gaps": {
    type: "boolean",
    value: null,
    env: null,
    help: "keep what there is, and ask only those again who left a gap",
  },
  ...Object.fromEntries(Object.entries(analyzeOptions).filter(([name]) => SHARED.includes(name))),
};

/** Limits that may be other than they were; what was not said is not in it. */
export type NewLimits = Partial<
  Pick<
    DeskChoice,
    | "maxUsd"
    | "maxTokens"
    | "maxConcurrency"
    | "maxPerMinute"
    | "maxDataPerMinute"
    | "requestTimeoutMs"
    | "idleTimeoutMs"
  > & { readonly deadlineMs: number }
>;

export interface RerunRequest extends Presentation {
  /** An id or a part of one. */
  readonly run: string;
  readonly onlyGaps: boolean;
  readonly limits: NewLimits;
}

/** What a run is done once more with. */
export interface Repetition {
  readonly asked: RerunRequest;
  readonly store: Store;
  readonly config: Config;
  readonly invocation: Invocation;
}

/**
 * What `rerun` is asked.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function readRerunRequest(argv: readonly string[], env: Environment): RerunRequest {
  const { said, positionals } = readOptions(argv, rerunOptions, env);
  return {
    run: runIn(positionals),
    onlyGaps: switchOf(said["only-gaps"]),
    limits: limitsIn(said),
    json: switchOf(said.json),
    out: textOf(said.out),
    quiet: switchOf(said.quiet),
  };
}

function runIn(positionals: readonly string[]): string {
  const [run, ...more] = positionals;
  if (run !== undefined && more.length === 0) return run;
  throw new DeskError(
    "usage",
    `rerun takes one run, ${positionals.length} given. Example: trading-graph rerun latest --only-gaps`,
  );
}

/** The limits that were said, under the names that a configuration has for them. */
function limitsIn(said: Said): NewLimits {
  const { maxUsd, maxTokens, maxConcurrency, maxPerMinute, maxDataPerMinute, ...choice } =
    readDeskChoice(said);
  const { requestTimeoutMs, idleTimeoutMs } = choice;
  const deadlineMs = seconds(said.deadline);
  return {
    ...(said["max-usd"] && { maxUsd }),
    ...(said["max-tokens"] && { maxTokens }),
    ...(said["max-concurrency"] && { maxConcurrency }),
    ...(said["max-per-minute"] && { maxPerMinute }),
    ...(said["max-data-per-minute"] && { maxDataPerMinute }),
    ...(said["request-timeout"] && { requestTimeoutMs }),
    ...(said["idle-timeout"] && { idleTimeoutMs }),
    ...(deadlineMs !== null && { deadlineMs }),
  };
}

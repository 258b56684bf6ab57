import { dayOf } from "#core/day.ts";
import { DeskError } from "#core/errors.ts";
import type { RunConfiguration } from "#core/run-configuration.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config, Environment } from "../config.ts";
import { type Options, readOptions } from "../options.ts";
import { type Said, switchOf, textOf } from "../said.ts";
import { analyzeOptions } from "./analyze-options.ts";
import { readDeskChoice, readThoroughness, seconds } from "./analyze-request.ts";
import { dayIn } from "./arguments.ts";
import type { Invocation } from "./command.ts";
import type { Presentation } from "./present-run.ts";

/** What would make another run of it. */
const LEFT_OUT = ["dry-run", "record", "replay"];

/** What `resume` can be told: how to show the run, and, to be held against it, how it was asked. */
export const resumeOptions: Options = Object.fromEntries(
  Object.entries(analyzeOptions).filter(([name]) => !LEFT_OUT.includes(name)),
);

/** Settings that are not called as their options are. */
const SETTINGS: Readonly<Record<string, string>> = {
  fallback: "fallbacks",
  "request-timeout": "requestTimeoutMs",
  "idle-timeout": "idleTimeoutMs",
  deadline: "deadlineMs",
};

export interface ResumeRequest extends Presentation {
  /** An id or a part of one; null is the newest that can be resumed. */
  readonly run: string | null;
  /** The settings that are stated again, beside those that the run has. */
  stated(before: Pick<RunConfiguration, "depth">): Readonly<Record<string, unknown>>;
}

/** What a run is gone on with. */
export interface Resumption {
  readonly asked: ResumeRequest;
  readonly store: Store;
  readonly config: Config;
  readonly invocation: Invocation;
}

/**
 * What `resume` is asked. What the environment says of a run is for new ones: only flags are held
 * against how it was asked.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function readResumeRequest(
  argv: readonly string[],
  env: Environment,
  now: number,
): ResumeRequest {
  const { said, positionals } = readOptions(argv, resumeOptions, env);
  const [run = null, ...more] = positionals;
  if (more.length > 0) {
    throw new DeskError("usage", `resume takes one run, ${positionals.length} given.`);
  }
  const flags: Said = Object.fromEntries(
    Object.entries(said).filter(([name, saying]) => saying?.by === `--${name}`),
  );
  return {
    run,
    json: switchOf(said.json),
    out: textOf(said.out),
    quiet: switchOf(said.quiet),
    stated(before) {
      const depth = { value: before.depth, by: "the run" };
      const settings: Readonly<Record<string, unknown>> = {
        ...readDeskChoice(flags),
        ...readThoroughness({ depth, ...flags }),
        deadlineMs: seconds(flags.deadline),
        asOf: dayIn(flags["as-of"], dayOf(now)),
      };
      const names = Object.keys(flags).map((flag) => SETTINGS[flag] ?? camelCase(flag));
      return Object.fromEntries(
        names.filter((name) => name in settings).map((name) => [name, settings[name]]),
      );
    },
  };
}

/** `debate-rounds` as `debateRounds`. */
function camelCase(flag: string): string {
  return flag.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
}

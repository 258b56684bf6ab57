import { inline } from "#core/render/inline.ts";
import { printable } from "#core/render/printable.ts";
import { resumeCommand } from "#core/render/way-on.ts";
import { headlineOf, resultStatusOf, titleOf } from "#core/run-forms/index.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import { shownState, stateWords } from "#core/shown-state.ts";
import type { NumberedEvent } from "#runtime/journal.ts";
import { type Config, readConfig } from "../../config.ts";
import { exitCodes } from "../../exit-codes.ts";
import { findRun } from "../../find-run.ts";
import { keptRun } from "../../kept-run.ts";
import type { Progress } from "../../terminal/progress.ts";
import type { Invocation } from "../command.ts";
import { runProgress } from "../run-progress.ts";
import { followSteps } from "./follow-steps.ts";
import { type KeptRuns, withKeptRuns } from "./kept-runs.ts";
import { argumentsIn, readArguments, type Subcommand } from "./subcommand.ts";

/** How often the record of a run is read. */
const LOOK_MS = 1_000;

export const follow: Subcommand = {
  takes: "RUN",
  does: "shows how one goes on until it ends, whoever is at it; of one that has ended, how it went",
  options: {},
  async run(invocation) {
    const { argv, environment, terminal, clock, signal } = invocation;
    const env = environment();
    const config = readConfig(env);
    const [text = ""] = argumentsIn(readArguments(argv, {}, env).positionals, 1, "follow latest");
    return withKeptRuns(config, clock, async (kept) => {
      const run = await followed(await findRun(kept, text), kept, config, invocation);
      signal.throwIfAborted();
      terminal.stdout.write(`${printable(lastWords(run, clock.now()))}\n`);
      return exitCodes[resultStatusOf(run)];
    });
  },
};

/** The run as it is once it has ended, or nobody is at it any more. */
async function followed(
  run: AnyKeptRun,
  kept: KeptRuns,
  config: Config,
  invocation: Invocation,
): Promise<AnyKeptRun> {
  const { clock, signal } = invocation;
  const { followRun } = await import("../../web/follow-run.ts");
  const over = new AbortController();
  const shown = showEvents(run, config, invocation);
  const entry = await kept.history.entry(run.id);
  if (entry === null) return run;
  const steps = followSteps(run, kept, {
    lookMs: LOOK_MS,
    signal: AbortSignal.any([signal, over.signal]),
    isNeeded: () => !shown.any,
    say: (line) => invocation.terminal.stderr.write(`${printable(line)}\n`),
  });
  try {
    await followRun(
      entry,
      {
        after: 0,
        signal,
        async tell(message) {
          if (message.type === "events") shown.show(message.events);
        },
      },
      { history: kept.history, logsDir: config.logsDir, clock, lookMs: LOOK_MS },
    );
  } finally {
    over.abort();
    shown.stop();
    await steps;
  }
  return (await keptRun(kept, run)) ?? run;
}

/** Shows events as the command that makes them does; its screen begins with the first of them. */
function showEvents(run: AnyKeptRun, config: Config, invocation: Invocation) {
  let progress: Progress | null = null;
  return {
    /** Whether there were any. */
    get any() {
      return progress !== null;
    },
    show(events: readonly NumberedEvent[]) {
      for (const event of events) {
        progress ??= runProgress(invocation, config, false, groupsOf(run, event)).progress;
        progress.onEvent(event);
      }
    },
    stop: () => progress?.stop(),
  };
}

/** Who takes part: the first event of a run tells it, unless an older version has made the run. */
function groupsOf({ steps }: AnyKeptRun, first: NumberedEvent) {
  if (first.type === "planned") return first.groups;
  return [{ name: "steps", nodes: steps.map(({ name }) => name), how: "parallel" as const }];
}

function lastWords(run: AnyKeptRun, now: number): string {
  const state = stateWords(shownState(run, now));
  const outcome = headlineOf(run) ?? run.error;
  const way = resumeCommand(run, now);
  return [
    inline(`${run.id} (${titleOf(run)}): ${state}${outcome === null ? "" : `: ${outcome}`}`),
    ...(way === null ? [] : [`It goes on by ${way}`]),
  ].join("\n");
}

import { inertJson } from "#core/render/inert-json.ts";
import { renderKeptRun } from "#core/render/kept-run.ts";
import { shownState } from "#core/shown-state.ts";
import { measureRunFolder } from "#runtime/run-folders.ts";
import { readConfig } from "../../config.ts";
import { exitCodes } from "../../exit-codes.ts";
import { findRun } from "../../find-run.ts";
import { switchOf } from "../../said.ts";
import { withKeptRuns } from "./kept-runs.ts";
import { argumentsIn, jsonOption, readArguments, type Subcommand } from "./subcommand.ts";

const options = jsonOption;

export const show: Subcommand = {
  takes: "RUN [options]",
  does: "shows one: its states and times, its decision, its configuration, and how it goes on",
  options,
  async run({ argv, environment, terminal, clock }) {
    const env = environment();
    const config = readConfig(env);
    const { said, positionals } = readArguments(argv, options, env);
    const [text = ""] = argumentsIn(positionals, 1, "show latest");
    const run = await withKeptRuns(config, clock, (runs) => findRun(runs, text));
    const folder = (await measureRunFolder(config.logsDir, run.id))?.path ?? null;
    const now = clock.now();
    terminal.stdout.write(
      switchOf(said.json)
        ? `${inertJson({ ...run, shown: shownState(run, now), folder })}\n`
        : renderKeptRun(run, { now, folder }),
    );
    return exitCodes.ok;
  },
};

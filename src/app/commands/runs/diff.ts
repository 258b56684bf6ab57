import { inertJson } from "#core/render/inert-json.ts";
import { renderRunDiff } from "#core/render/run-diff.ts";
import { diffRuns } from "#core/run-diff/run-diff.ts";
import { readConfig } from "../../config.ts";
import { exitCodes } from "../../exit-codes.ts";
import { findRun } from "../../find-run.ts";
import { switchOf } from "../../said.ts";
import { withKeptRuns } from "./kept-runs.ts";
import { argumentsIn, jsonOption, readArguments, type Subcommand } from "./subcommand.ts";

const options = jsonOption;

export const diff: Subcommand = {
  takes: "RUN RUN [options]",
  does: "compares two: configuration, decision, analysts, gaps, figures, time and cost",
  options,
  async run({ argv, environment, terminal, clock }) {
    const env = environment();
    const { said, positionals } = readArguments(argv, options, env);
    const [first = "", second = ""] = argumentsIn(positionals, 2, "diff 4f3a latest");
    const runs = await withKeptRuns(readConfig(env), clock, async (kept) => ({
      a: await findRun(kept, first),
      b: await findRun(kept, second),
    }));
    const found = diffRuns(runs, clock.now());
    terminal.stdout.write(switchOf(said.json) ? `${inertJson(found)}\n` : renderRunDiff(found));
    return exitCodes.ok;
  },
};

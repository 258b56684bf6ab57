import { DeskError } from "#core/errors.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { renderPlainDiff } from "#core/render/plain-diff.ts";
import { renderRunDiff } from "#core/render/run-diff.ts";
import { differencesBetween } from "#core/run-configuration.ts";
import type { Pair } from "#core/run-diff/pair.ts";
import { diffRuns } from "#core/run-diff/run-diff.ts";
import { runForms } from "#core/run-forms/index.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import { readConfig } from "../../config.ts";
import { exitCodes } from "../../exit-codes.ts";
import { findRun } from "../../find-run.ts";
import { switchOf } from "../../said.ts";
import { withKeptRuns } from "./kept-runs.ts";
import { argumentsIn, jsonOption, readArguments, type Subcommand } from "./subcommand.ts";

const options = jsonOption;

export const diff: Subcommand = {
  takes: "RUN RUN [options]",
  does: "compares two of a kind: configuration; of analyses also decision, analysts, gaps, figures, time, cost",
  options,
  async run({ argv, environment, terminal, clock }) {
    const env = environment();
    const { said, positionals } = readArguments(argv, options, env);
    const [first = "", second = ""] = argumentsIn(positionals, 2, "diff 4f3a latest");
    const runs = await withKeptRuns(readConfig(env), clock, async (kept) => ({
      a: await findRun(kept, first),
      b: await findRun(kept, second),
    }));
    const { json, text } = differences(runs, clock.now());
    terminal.stdout.write(switchOf(said.json) ? `${inertJson(json)}\n` : text());
    return exitCodes.ok;
  },
};

/** @throws DeskError `usage` for runs of two kinds */
function differences({ a, b }: Pair<AnyKeptRun>, now: number): { json: object; text(): string } {
  if (a.kind === "analysis" && b.kind === "analysis") {
    const found = diffRuns({ a, b }, now);
    return { json: found, text: () => renderRunDiff(found) };
  }
  if (a.kind !== b.kind) {
    const [one, other] = [a, b].map(({ id, kind }) => `run ${id} is ${runForms[kind].words}`);
    throw new DeskError("usage", `diff compares two runs of a kind: ${one}, ${other}.`);
  }
  const configuration = differencesBetween(a.configuration, b.configuration);
  return {
    json: { runs: { a: a.id, b: b.id }, configuration },
    text: () => renderPlainDiff({ a, b }, configuration, now),
  };
}

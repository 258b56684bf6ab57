import { DeskError } from "#core/errors.ts";
import type { PruneRule } from "#core/prunable.ts";
import { bytes } from "#core/render/bytes.ts";
import { counted } from "#core/render/counted.ts";
import { shownStates } from "#core/shown-state.ts";
import { readConfig } from "../../config.ts";
import { exitCodes } from "../../exit-codes.ts";
import type { Options } from "../../options.ts";
import { numberOf, type Said, switchOf } from "../../said.ts";
import { ageIn } from "./age-in.ts";
import { withKeptRuns } from "./kept-runs.ts";
import { carryOut, type Pruning, planPruning } from "./pruning.ts";
import { statesIn } from "./states-in.ts";
import { argumentsIn, readArguments, type Subcommand } from "./subcommand.ts";

const MOST = 1_000_000;
const USUAL_STATES = ["done", "failed"] as const;
const prunableStates = shownStates.filter((state) => state !== "running");

const options: Options = {
  "older-than": {
    type: "string",
    value: "AGE",
    env: null,
    help: "what was made longer ago, as 12h, 30d or 4w; also folders of runs that no record is of",
  },
  keep: { type: "string", value: "COUNT", env: null, help: "all but so many, the newest" },
  state: {
    type: "string",
    value: "STATE,...",
    env: null,
    help: `only runs in one of these states, of ${prunableStates.join(", ")}; default ${USUAL_STATES.join(",")}`,
  },
  unreadable: {
    type: "boolean",
    value: null,
    env: null,
    help: "runs whose records cannot be read, as of another version of this program",
  },
  yes: {
    type: "boolean",
    value: null,
    env: null,
    help: "remove it; without this it is only said what would go",
  },
};

export const prune: Subcommand = {
  takes: "--older-than AGE | --keep COUNT | --unreadable [options]",
  does: "removes runs, their checkpoints and their folders; never one that somebody is at work on",
  options,
  async run({ argv, environment, terminal, clock, signal }) {
    const env = environment();
    const config = readConfig(env);
    const { said, positionals } = readArguments(argv, options, env);
    argumentsIn(positionals, 0, "prune --older-than 30d");
    const rule = ruleOf(said);
    const unreadable = switchOf(said.unreadable);
    const straysToo = rule !== null && rule.olderThanMs !== null && said.state === undefined;
    const text = await withKeptRuns(config, clock, async (kept) => {
      const shelf = { kept, logsDir: config.logsDir, now: clock.now() };
      const plan = await planPruning({ rule, straysToo, unreadable }, shelf);
      if (isEmpty(plan)) return "There is nothing to remove.";
      return switchOf(said.yes)
        ? `Removed ${words(await carryOut(plan, kept, signal))}.`
        : `This would remove ${words(plan)}. Nothing is removed yet: do it with --yes.`;
    });
    terminal.stdout.write(`${text}\n`);
    return exitCodes.ok;
  },
};

/** null where only what cannot be read is to go. */
function ruleOf(said: Said): PruneRule | null {
  const age = said["older-than"];
  const keep = numberOf(said.keep, { least: 0, most: MOST, whole: true });
  if (age === undefined && keep === null) {
    if (switchOf(said.unreadable)) return null;
    throw new DeskError(
      "usage",
      "prune needs to be told which runs may go: --older-than 30d, --keep 100, --unreadable, or several of them.",
    );
  }
  return {
    states: said.state === undefined ? USUAL_STATES : statesIn(said.state, prunableStates),
    olderThanMs: age === undefined ? null : ageIn(age),
    keep,
  };
}

function isEmpty({ runs, unreadable, strays }: Pruning): boolean {
  return runs.length + unreadable.length + strays.length === 0;
}

function words({ runs, unreadable, strays }: Pruning): string {
  const folders = [...[...runs, ...unreadable].flatMap(({ folder }) => folder ?? []), ...strays];
  const size = bytes(folders.reduce((sum, folder) => sum + folder.bytes, 0));
  const without =
    strays.length === 0
      ? ""
      : `, ${counted(strays.length, "folder of a run", "folders of runs")} that no record is of`;
  const illegible =
    unreadable.length === 0
      ? ""
      : `, ${counted(unreadable.length, "run", "runs")} that cannot be read`;
  return `${counted(runs.length, "run", "runs")}${illegible}${without}: ${counted(folders.length, "folder", "folders")} of ${size} in all`;
}

import { usageError } from "#core/errors.ts";
import { helpOptions, optionsHelp } from "../../options.ts";
import type { Command } from "../command.ts";
import { diff } from "./diff.ts";
import { exportRuns } from "./export.ts";
import { follow } from "./follow.ts";
import { list } from "./list.ts";
import { prune } from "./prune.ts";
import { show } from "./show.ts";
import type { Subcommand } from "./subcommand.ts";

const subcommands: Readonly<Record<string, Subcommand>> = {
  list,
  show,
  follow,
  diff,
  export: exportRuns,
  prune,
};

const HELP = `Usage: trading-graph runs [list|show|follow|diff|export|prune] ...
       npm run runs -- [list|show|follow|diff|export|prune] ...

Lists, shows, follows, compares, exports and prunes the runs that are kept. RUN is a run's id, a beginning or
an end that no other has (4f3a), or latest.

${Object.entries(subcommands).map(helpOf).join("\n\n")}

everywhere
${optionsHelp(helpOptions)}

Exit codes: 0 ok, 1 failed, 2 usage, 3 partial (an exported report is of a run without a result), 130
interrupted.`;

export const runs: Command = {
  summary: "list, show, follow, compare, export and prune kept runs",
  help: HELP,
  async run(invocation) {
    const [name, ...rest] = invocation.argv;
    if (name === undefined || name.startsWith("-")) return list.run(invocation);
    const found = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (found === undefined) throw usageError("runs", name, Object.keys(subcommands));
    return found.run({ ...invocation, argv: rest });
  },
};

function helpOf([name, { takes, does, options }]: [string, Subcommand]): string {
  return `runs ${name} ${takes}\n${does}\n${optionsHelp(options)}`;
}

import { DeskError } from "#core/errors.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { type QueueView, renderQueue } from "#core/render/queue.ts";
import { jobStates, type RunQueue } from "#core/run-queue.ts";
import { openRunQueue } from "#runtime/queue/open-queue.ts";
import { readConfig } from "../config.ts";
import { exitCodes } from "../exit-codes.ts";
import { helpOptions, type Options, optionsHelp, readOptions } from "../options.ts";
import { queuePlaceOf } from "../queue-place.ts";
import { numberOf, switchOf } from "../said.ts";
import type { Command } from "./command.ts";

const USUAL_COUNT = 20;
const MOST = 1_000;

const queueOptions: Options = {
  last: {
    type: "string",
    value: "COUNT",
    env: null,
    help: `runs that are shown of each state; default ${USUAL_COUNT}`,
  },
  json: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_JSON",
    help: "print counts and runs as one JSON object",
  },
  ...helpOptions,
};

const HELP = `Usage: trading-graph queue [options]
       npm run queue -- [options]

Shows the runs that "watch --distributed" has left to workers: those at work (whose, since when, at which
attempt), those that wait, and those that were given up, with the reason. What has ended otherwise is not
in the queue any more: see trading-graph runs.

Options (each also by the environment variable in brackets, or in a .env file):
${optionsHelp(queueOptions)}

Exit codes: 0 ok, 1 failed, 2 usage.`;

export const queue: Command = {
  summary: "show the runs that are left to workers",
  help: HELP,
  async run({ argv, environment, terminal, clock }) {
    const env = environment();
    const { said, positionals } = readOptions(argv, queueOptions, env);
    if (positionals.length > 0) {
      throw new DeskError("usage", "queue takes options only. Example: trading-graph queue --json");
    }
    const limit = numberOf(said.last, { least: 1, most: MOST, whole: true }) ?? USUAL_COUNT;
    const opened = await openRunQueue(queuePlaceOf(readConfig(env), "queue"));
    try {
      const view = await viewOf(opened, limit);
      const json = switchOf(said.json);
      terminal.stdout.write(json ? `${inertJson(view)}\n` : renderQueue(view, clock.now()));
      return exitCodes.ok;
    } finally {
      await opened.close();
    }
  },
};

async function viewOf(queue: RunQueue, limit: number): Promise<QueueView> {
  const [counts, ...jobs] = await Promise.all([
    queue.counts(),
    ...jobStates.map((state) => queue.jobs(state, limit)),
  ]);
  return { counts, jobs: jobs.flat() };
}

import { once } from "node:events";
import { hostname } from "node:os";
import { pid } from "node:process";
import { DeskError, messageOf } from "#core/errors.ts";
import { duration } from "#core/render/duration.ts";
import { oneLine } from "#core/render/one-line.ts";
import { redactor } from "#runtime/redact.ts";
import { readConfig, secretsOf } from "../config.ts";
import { exitCodes } from "../exit-codes.ts";
import { openRunStore } from "../open-run-store.ts";
import { helpOptions, type Options, optionsHelp, readOptions } from "../options.ts";
import { queuePlaceOf } from "../queue-place.ts";
import { numberOf, switchOf } from "../said.ts";
import { startWorker } from "../worker/start-worker.ts";
import type { Command } from "./command.ts";

const USUAL_AT_ONCE = 4;

const workerOptions: Options = {
  "max-workers": {
    type: "string",
    value: "COUNT",
    env: "TRADING_GRAPH_MAX_WORKERS",
    help: `runs at once, 1 to 64 (${USUAL_AT_ONCE})`,
  },
  quiet: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_QUIET",
    help: "no line for each run on stderr",
  },
  ...helpOptions,
};

const HELP = `Usage: trading-graph worker [options]
       npm run worker -- [options]

Takes runs that "watch --distributed" has enqueued, from any machine, and works on them until it is told
to stop (Ctrl-C, SIGTERM): it takes no more then and gives back those in hand, which others go on with
where they stand. Start as many as you like, each with the list's own settings: DATABASE_URL, REDIS_URL
if there is one, keys and addresses. Runs that need others it leaves to other workers, and says why.

Options (each also by the environment variable in brackets, or in a .env file):
${optionsHelp(workerOptions)}

Exit codes: 0 stopped, 1 failed, 2 usage.`;

export const worker: Command = {
  summary: "take runs from the queue and work on them",
  help: HELP,
  async run({ argv, environment, terminal, clock, signal }) {
    const env = environment();
    const { said, positionals } = readOptions(argv, workerOptions, env);
    if (positionals.length > 0) {
      throw new DeskError("usage", "worker takes no tickers: give them to trading-graph watch.");
    }
    const atOnce =
      numberOf(said["max-workers"], { least: 1, most: 64, whole: true }) ?? USUAL_AT_ONCE;
    const config = readConfig(env);
    const place = queuePlaceOf(config, "worker");
    const name = `${hostname()}:${pid}`;
    const clean = redactor(secretsOf(config));
    const say = (text: string) => terminal.stderr.write(`${oneLine(clean(text))}\n`);
    const tell = switchOf(said.quiet) ? () => {} : say;

    const store = await openRunStore(config, clock);
    try {
      const started = await startWorker(
        { place, name, atOnce },
        { store, config, clock },
        {
          begun({ id, configuration }, attempt) {
            tell(`${configuration.symbol} begun (${id}, attempt ${attempt})`);
          },
          done({ configuration, summary }) {
            tell(`${configuration.symbol} done in ${duration(summary?.wallMs ?? null)}`);
          },
          failed: ({ configuration }, error) => tell(`${configuration.symbol} failed: ${error}`),
          left: (runId, reason) => say(`${runId} left to others: ${messageOf(reason)}`),
          refused: (reason) => say(`Leaves runs to other workers: ${reason}`),
          trouble: (trouble) => say(`Queue: ${messageOf(trouble)}`),
        },
      );
      say(`Worker ${name} takes up to ${atOnce} runs at once. Ctrl-C stops it.`);
      if (!signal.aborted) await once(signal, "abort");
      await started.stop();
      return exitCodes.ok;
    } finally {
      await store.close();
    }
  },
};

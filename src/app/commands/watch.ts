import { DeskError } from "#core/errors.ts";
import { repeatedWords } from "#core/watchlist/tickers-in.ts";
import { untilAborted } from "#runtime/until-aborted.ts";
import { type Config, readConfig } from "../config.ts";
import { openRunStore } from "../open-run-store.ts";
import { optionsHelp } from "../options.ts";
import { sharedConfigurationOf } from "../run-configuration.ts";
import { beginList, resumeList } from "../watchlist/open-list.ts";
import { readTickers } from "../watchlist/read-tickers.ts";
import { watchList } from "../watchlist/watch-list.ts";
import type { Command } from "./command.ts";
import { watchOptions } from "./watch-options.ts";
import { readWatchRequest } from "./watch-request.ts";

const HELP = `Usage: trading-graph watch TICKER... [options]
       npm run watch -- TICKER... [options]
       trading-graph watch --file list.txt [options]
       ... | trading-graph watch - [options]

Analyses many tickers, several at once, over one budget and one rate limit. Every run is recorded
before the first begins, and what is finished is kept whatever happens: the same command with --resume
goes on with what is not. The results go to stdout in the order given, progress goes to stderr.

Options (most also by the environment variable in brackets, or in a .env file):
${optionsHelp(watchOptions)}

Exit codes: 0 ok, 1 nothing is done, 2 usage, 3 partial (something is missing), 130 interrupted.`;

export const watch: Command = {
  summary: "analyse a list of tickers, several at once",
  help: HELP,
  async run(invocation) {
    const { argv, clock, signal, stdin, terminal } = invocation;
    const env = invocation.environment();
    const config = readConfig(env);
    const request = readWatchRequest(argv, env, clock.now());
    if (request.distributed) requireSharedStore(config);
    const { tickers, repeated } = await untilAborted(readTickers(request, stdin), signal);
    if (repeated > 0) terminal.stderr.write(`${repeatedWords(repeated)}\n`);
    const store = await openRunStore(config, clock);
    try {
      const shared = sharedConfigurationOf(request, config, clock.now());
      const list = request.resume
        ? await resumeList(store.runs, tickers, shared)
        : await beginList(store.runs, tickers, shared, clock.now());
      return await watchList(list, { request, config, store }, invocation);
    } finally {
      await store.close();
    }
  },
};

function requireSharedStore({ databaseUrl }: Config): void {
  if (databaseUrl !== null) return;
  throw new DeskError(
    "usage",
    "--distributed needs a database that the workers share: set DATABASE_URL=postgres://user@host/database, or leave --distributed out to work in this process.",
  );
}

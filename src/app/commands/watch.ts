import { repeatedWords } from "#core/watchlist/tickers-in.ts";
import { untilAborted } from "#runtime/until-aborted.ts";
import { withinGrace } from "#runtime/within-grace.ts";
import { readConfig } from "../config.ts";
import { openRunStore } from "../open-run-store.ts";
import { optionsHelp } from "../options.ts";
import { requireQueue } from "../queue-place.ts";
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
goes on with all that is not done, what failed too, as of the list's own day where --as-of is left out.
The results go to stdout in the order given, progress goes to stderr.

Options (most also by the environment variable in brackets, or in a .env file):
${optionsHelp(watchOptions)}

Exit codes: 0 ok, 1 nothing is done, 2 usage, 3 partial (something is missing), 130 interrupted.`;

/** How long after an interruption a database that does not let go may keep the process. */
const CLOSING_MS = 500;

export const watch: Command = {
  summary: "analyse a list of tickers, several at once",
  help: HELP,
  async run(invocation) {
    const { argv, clock, signal, stdin, terminal } = invocation;
    const env = invocation.environment();
    const config = readConfig(env);
    const request = readWatchRequest(argv, env, clock.now());
    if (request.distributed) await untilAborted(requireQueue(config, "--distributed"), signal);
    const { tickers, repeated } = await untilAborted(readTickers(request, stdin), signal);
    if (repeated > 0) terminal.stderr.write(`${repeatedWords(repeated)}\n`);
    const store = await openRunStore(config, clock);
    try {
      const shared = sharedConfigurationOf(request, config, clock.now());
      const { asOf: today, ...anyDay } = shared;
      const opened = request.resume
        ? resumeList(store.runs, tickers, request.asOf === null ? anyDay : shared)
        : beginList(store.runs, tickers, shared, clock.now());
      const list = await untilAborted(opened, signal);
      return await watchList(list, { request, config, store }, invocation);
    } finally {
      await withinGrace(store.close(), signal, CLOSING_MS).catch((thrown) => {
        if (!signal.aborted) throw thrown;
      });
    }
  },
};

import { once } from "node:events";
import { DeskError } from "#core/errors.ts";
import { withinGrace } from "#runtime/within-grace.ts";
import { readConfig } from "../config.ts";
import { exitCodes } from "../exit-codes.ts";
import { openRunStore } from "../open-run-store.ts";
import { helpOptions, type Options, optionsHelp, readOptions } from "../options.ts";
import { numberOf } from "../said.ts";
import type { Command } from "./command.ts";

/** How long after an interruption a database that does not let go may keep the process. */
const CLOSING_MS = 500;

const HIGHEST_PORT = 65_535;

const webOptions: Options = {
  port: {
    type: "string",
    value: "NUMBER",
    env: "WEB_PORT",
    help: "where it listens; default 4173 where that is free, else any that is",
  },
  ...helpOptions,
};

const HELP = `Usage: trading-graph web [options]
       npm run web

Serves the page on this machine alone: start analyses, watchlists, contests and chains there, watch every
agent while it works, and look at what was run before. Its address goes to stdout, a line for each run
that begins or ends to stderr. What the commands' environment variables say holds for runs of the page
too. Ctrl-C ends the server and its runs, which trading-graph resume goes on with.

Options (also by the environment variable in brackets, or in a .env file):
${optionsHelp(webOptions)}

Exit codes: 1 failed, 2 usage (also a port that is taken), 130 stopped.`;

export const web: Command = {
  summary: "serve the page: start runs and watch them while they work",
  help: HELP,
  async run({ argv, environment, terminal, clock, signal }) {
    const env = environment();
    const { said, positionals } = readOptions(argv, webOptions, env);
    if (positionals.length > 0) {
      throw new DeskError(
        "usage",
        "web takes no arguments: what is to be run is chosen on the page.",
      );
    }
    const port = numberOf(said.port, { least: 1, most: HIGHEST_PORT, whole: true });
    const config = readConfig(env);
    const [{ startWeb }, { appShell }, { appBundle }] = await Promise.all([
      import("../web/start-web.ts"),
      import("../page/app-document.ts"),
      import("../page/client-bundle.ts"),
    ]);
    // Whoever opens the page does not wait for it, and what is wrong with it is said here.
    const [store] = await Promise.all([openRunStore(config, clock), appBundle()]);
    try {
      const server = await startWeb({
        port,
        store,
        config,
        environment: env,
        clock,
        page: { shell: appShell, bundle: appBundle },
        tell: (line) => terminal.stderr.write(`${line}\n`),
      });
      terminal.stdout.write(`${server.url}\n`);
      if (!signal.aborted) await once(signal, "abort");
      await server.close();
      return exitCodes.interrupted;
    } finally {
      await withinGrace(store.close(), signal, CLOSING_MS).catch((thrown) => {
        if (!signal.aborted) throw thrown;
      });
    }
  },
};

import { requireFilePlace } from "#runtime/write-whole.ts";
import { readConfig } from "../config.ts";
import { contestConfigurationOf } from "../contest/contest-configuration.ts";
import { openRunStore } from "../open-run-store.ts";
import { optionsHelp } from "../options.ts";
import type { Command } from "./command.ts";
import { strategiesOptions } from "./strategies-options.ts";
import { readStrategiesRequest } from "./strategies-request.ts";

const HELP = `Usage: trading-graph strategies TICKER [options]
       npm run strategies -- TICKER [options]

Lets several models write a trading strategy for a ticker at the same moment, runs every one in a sandbox
over the price history, and ranks them by what they bring over the last third of it, which no model was
shown, beside buying and holding. One model's failure costs its row and nothing else. The report goes to
stdout, progress to stderr; both, a page and the strategies are kept under logs/runs/.

Options (many also by the environment variable in brackets, or in a .env file):
${optionsHelp(strategiesOptions)}

Exit codes: 0 at least one strategy was measured, 1 none, 2 usage (also too few bars), 130 interrupted.`;

export const strategies: Command = {
  summary: "let models write strategies for a ticker at once, and rank them",
  help: HELP,
  async run(invocation) {
    const env = invocation.environment();
    const config = readConfig(env);
    const request = readStrategiesRequest(invocation.argv, env, config, invocation.clock.now());
    if (request.html !== null) await requireFilePlace(request.html);
    const configuration = contestConfigurationOf(request, config, invocation.clock.now());
    const { holdContest } = await import("../contest/hold-contest.ts");
    const store = await openRunStore(config, invocation.clock);
    try {
      return await holdContest(configuration, request, { config, store }, invocation);
    } finally {
      await store.close();
    }
  },
};

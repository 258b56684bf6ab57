import { requireFilePlace, requireFolder } from "#runtime/write-whole.ts";
import { readConfig } from "../config.ts";
import { optionsHelp } from "../options.ts";
import { chainOptions } from "./chain-options.ts";
import { readChainRequest } from "./chain-request.ts";
import type { Command } from "./command.ts";

const HELP = `Usage: trading-graph chain FILE --input TEXT [options]
       npm run chain -- FILE --input TEXT [options]
       trading-graph chain --check FILE
       trading-graph chain --draw FILE

Runs a chain of agents that a YAML or JSON file defines: each with its model, prompt and tools, one after
another, several at once, or only where a condition holds. One agent's failure is a gap that the others
work around. The report goes to stdout, progress to stderr, and both are kept under logs/. A run that was
cut off goes on with trading-graph resume. docs/chains.md tells how to write one; examples/ has some.

Options (many also by the environment variable in brackets, or in a .env file):
${optionsHelp(chainOptions)}

Exit codes: 0 ok, 1 failed, 2 usage (also a file with mistakes), 3 partial (somebody has failed), 130
interrupted.`;

export const chain: Command = {
  summary: "run a chain of agents that a file defines, or check or draw it",
  help: HELP,
  async run(invocation) {
    const env = invocation.environment();
    const config = readConfig(env);
    const request = readChainRequest(invocation.argv, env, invocation.clock.now());
    if (request.out !== null) await requireFolder(request.out);
    if (request.html !== null) await requireFilePlace(request.html);
    const { doChain } = await import("../chain/do-chain.ts");
    return doChain(request, config, invocation);
  },
};

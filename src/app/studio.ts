import { join } from "node:path";
import { USUAL_TIME_LIMIT_MS } from "#core/contest/usual.ts";
import { createAnalysisGraph } from "#graphs/analysis/graph.ts";
import { createChainGraph } from "#graphs/chain/graph.ts";
import { createStrategiesGraph } from "#graphs/strategies/graph.ts";
import { systemClock } from "#runtime/clock.ts";
import { openChainDesk } from "./chain/chain-desk.ts";
import { knownInChains } from "./chain/known-in-chains.ts";
import { requireChain } from "./chain/read-chain-file.ts";
import { analyzeOptions } from "./commands/analyze-options.ts";
import { readDeskChoice } from "./commands/analyze-request.ts";
import { usualModels } from "./commands/strategies-request.ts";
import { readConfig, readEnvironment } from "./config.ts";
import { openContestDesk } from "./contest/contest-desk.ts";
import { openDesk } from "./desk.ts";
import { readOptions } from "./options.ts";
import { projectRoot } from "./page/project-root.ts";

const environment = readEnvironment(process.cwd());
const config = readConfig(environment);
const { said } = readOptions([], analyzeOptions, environment);
const choice = readDeskChoice(said);
const desk = await openDesk(choice, config, systemClock);
const contestDesk = await openContestDesk(
  { ...choice, models: usualModels(choice, config), timeLimitMs: USUAL_TIME_LIMIT_MS },
  config,
  systemClock,
);
const chainFile = config.chainFile ?? join(projectRoot(), "examples", "second-opinion.yaml");
const servedChain = await requireChain(chainFile, knownInChains(choice, config));
const chainChoice = { ...choice, chain: servedChain, asOf: null };
const chainDesk = await openChainDesk(chainChoice, config, systemClock);

/** The analysis as LangGraph Studio serves it; data and model come from the environment. */
export const analysis = createAnalysisGraph(desk.ports);

/** The contest of strategies; its authors are part of what it is asked. */
export const strategies = createStrategiesGraph(contestDesk.ports);

/** The chain of the file that CHAIN_FILE names, or an example. */
export const chain = createChainGraph(servedChain, chainDesk.ports);

import { USUAL_TIME_LIMIT_MS } from "#core/contest/usual.ts";
import { createAnalysisGraph } from "#graphs/analysis/graph.ts";
import { createStrategiesGraph } from "#graphs/strategies/graph.ts";
import { systemClock } from "#runtime/clock.ts";
import { analyzeOptions } from "./commands/analyze-options.ts";
import { readDeskChoice } from "./commands/analyze-request.ts";
import { usualModels } from "./commands/strategies-request.ts";
import { readConfig, readEnvironment } from "./config.ts";
import { openContestDesk } from "./contest-desk.ts";
import { openDesk } from "./desk.ts";
import { readOptions } from "./options.ts";

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

/** The analysis as LangGraph Studio serves it; data and model come from the environment. */
export const analysis = createAnalysisGraph(desk.ports);

/** The contest of strategies; its authors are part of what it is asked. */
export const strategies = createStrategiesGraph(contestDesk.ports);

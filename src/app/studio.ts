import { createAnalysisGraph } from "#graphs/analysis/graph.ts";
import { systemClock } from "#runtime/clock.ts";
import { analyzeOptions } from "./commands/analyze-options.ts";
import { readDeskChoice } from "./commands/analyze-request.ts";
import { readConfig, readEnvironment } from "./config.ts";
import { openDesk } from "./desk.ts";
import { readOptions } from "./options.ts";

const environment = readEnvironment(process.cwd());
const { said } = readOptions([], analyzeOptions, environment);
const desk = await openDesk(readDeskChoice(said), readConfig(environment), systemClock);

/** The analysis as LangGraph Studio serves it; data and model come from the environment. */
export const analysis = createAnalysisGraph(desk.ports);

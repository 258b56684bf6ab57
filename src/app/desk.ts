import type { StructuredToolInterface } from "@langchain/core/tools";
import type { DeskChoice } from "#core/desk-choice.ts";
import type { Clock, DecisionMemory, MarketData, SourceName } from "#core/ports.ts";
import type { AnalysisResult } from "#core/result.ts";
import { keptDecisionOf } from "#core/review/keep.ts";
import { isoTime } from "#core/span.ts";
import type { AnalysisPorts } from "#graphs/analysis/ports.ts";
import { createDecisionLog } from "#runtime/memory/decision-log.ts";
import { createRecall } from "#runtime/memory/recall.ts";
import type { Budget } from "#runtime/models/budget.ts";
import { createBudget } from "#runtime/models/process-budget.ts";
import { createRates, type Rates } from "#runtime/rates/rates.ts";
import type { Tape } from "#runtime/tape/record.ts";
import type { Replay } from "#runtime/tape/replay.ts";
import { createTools } from "#tools/index.ts";
import type { Config } from "./config.ts";
import { dataRate, openMarkets } from "./markets.ts";
import { describeModels, modelsOf, RULES } from "./model-choice.ts";
import { mainModel, openRoleModels } from "./models.ts";
import { readPrices } from "./price-list.ts";

/** Everything an analysis needs, wired from the configuration, and how to let go of it. */
export interface Desk {
  readonly ports: AnalysisPorts;
  /** The models as results state them. */
  readonly model: string;
  /**
   * Keeps a result's decision, so that it can be scored and recalled later.
   *
   * @throws DeskError `storage` when it cannot be written
   */
  remember(result: AnalysisResult): Promise<void>;
  close(): Promise<void>;
}

/** A desk whose sources can be asked by whoever shows what came of a run. No recording tells of that. */
export interface SourcedDesk extends Desk {
  market(source: SourceName): MarketData;
}

/** What a desk is given by whoever opens it; what is left out it has for itself. */
export interface DeskParts {
  /** Makes the tape that keeps every exchange, given the models in words. */
  readonly startTape?: (model: string) => Tape | undefined;
  /** Where decisions are kept; else beside the logs. */
  readonly memory?: DecisionMemory;
  /** What model calls may use together with whoever else has it; else what the choice allows alone. */
  readonly budget?: Budget;
  /** What counts requests, closed by whoever has made it; else this process. */
  readonly rates?: Rates;
}

/**
 * Introduces graphs, tools, sources and models to each other. Asks nothing of the network.
 *
 * @throws DeskError `configuration` when a model needs a key that is not set, `usage` for a price list
 *   that is none
 */
export async function openDesk(
  choice: DeskChoice,
  config: Config,
  clock: Clock,
  parts: DeskParts = {},
): Promise<SourcedDesk> {
  const { memory = createDecisionLog(config.logsDir), rates = createRates() } = parts;
  const { budget = createBudget(choice) } = parts;
  const main = mainModel(choice, config);
  const models = await openRoleModels(choice, config, readPrices(choice.prices), { budget, rates });
  const free = modelsOf(main, choice).every((name) => name === RULES);
  const { data } = choice;
  const rate = dataRate(choice, rates);
  const markets = openMarkets({ data, mayFallBack: free, config, clock, rate });
  const model = describeModels(main, choice);
  const tape = parts.startTape?.(model);
  const { yahoo, demo } = markets;
  const recall = createRecall({
    memory,
    market: (source) => markets[source],
    model,
    benchmark: config.benchmark,
  });
  const toolsOver = (market: typeof yahoo) =>
    tape === undefined ? createTools(market) : tape.tools(createTools(tape.market(market)));
  const tools: Readonly<Record<SourceName, readonly StructuredToolInterface[]>> = {
    yahoo: toolsOver(yahoo),
    demo: toolsOver(demo),
  };
  return {
    model,
    ports: {
      open: tape === undefined ? markets.open : tape.open(markets.open),
      tools: (source) => tools[source],
      model: (role) =>
        tape === undefined ? models.forRole(role) : tape.model(models.forRole(role)),
      recall: tape === undefined ? recall : tape.recall(recall),
      clock,
    },
    async remember(result) {
      const decision = keptDecisionOf(result, isoTime(clock.now()));
      if (decision !== null) await memory.keep(decision);
    },
    market: (source) => markets[source],
    async close() {
      await Promise.all([markets.close(), models.close()]);
    },
  };
}

/** A desk that answers from a recording: no key, no network, no models. */
export function replayDesk(replay: Replay, clock: Clock): Desk {
  const tools = replay.tools(createTools(replay.market()));
  return {
    model: replay.header.model,
    ports: {
      open: replay.open(),
      tools: () => tools,
      model: () => replay.model(),
      recall: replay.recall(),
      clock,
    },
    // It is remembered since the day that it was recorded.
    remember: async () => {},
    close: async () => {},
  };
}

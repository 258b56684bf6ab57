import type { StructuredToolInterface } from "@langchain/core/tools";
import type { Clock, SourceName } from "#core/ports.ts";
import type { AnalysisResult } from "#core/result.ts";
import { keptDecisionOf } from "#core/review/keep.ts";
import { isoTime } from "#core/span.ts";
import type { AnalysisPorts } from "#graphs/analysis/ports.ts";
import { createDecisionLog } from "#runtime/memory/decision-log.ts";
import { createRecall } from "#runtime/memory/recall.ts";
import type { Tape } from "#runtime/tape/record.ts";
import type { Replay } from "#runtime/tape/replay.ts";
import { createTools } from "#tools/index.ts";
import type { Config } from "./config.ts";
import { openMarkets } from "./markets.ts";
import { describeModels, type ModelChoice, modelsOf, RULES } from "./model-choice.ts";
import { createModels, mainModel } from "./models.ts";
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

export interface DeskChoice extends ModelChoice {
  readonly data: SourceName | "auto";
  /** A price list's file; null is the usual one. */
  readonly prices: string | null;
}

/**
 * Introduces graphs, tools, sources and models to each other. Asks nothing of the network.
 *
 * @param startTape makes the tape that keeps every exchange, if one is to, given the models in words
 * @throws DeskError `configuration` when a model needs a key that is not set, `usage` for a price list
 *   that is none
 */
export async function openDesk(
  choice: DeskChoice,
  config: Config,
  clock: Clock,
  startTape: (model: string) => Tape | undefined = () => undefined,
): Promise<Desk> {
  const main = mainModel(choice, config);
  const models = await createModels(choice, config, readPrices(choice.prices));
  const free = modelsOf(main, choice).every((name) => name === RULES);
  const markets = openMarkets({ data: choice.data, mayFallBack: free, config, clock });
  const model = describeModels(main, choice);
  const tape = startTape(model);
  const { yahoo, demo } = markets;
  const memory = createDecisionLog(config.logsDir);
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

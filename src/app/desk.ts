import type { StructuredToolInterface } from "@langchain/core/tools";
import type { Clock, SourceName } from "#core/ports.ts";
import type { AnalysisPorts } from "#graphs/analysis/ports.ts";
import { createCache } from "#runtime/cache.ts";
import { createHttp } from "#runtime/http.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createMarketOpener } from "#runtime/market-data/fallback.ts";
import { createYahooMarketData } from "#runtime/market-data/yahoo/market-data.ts";
import { createTools } from "#tools/index.ts";
import type { Config } from "./config.ts";
import { createModels, modelName, RULES } from "./models.ts";

/** Everything an analysis needs, wired from the configuration, and how to let go of it. */
export interface Desk {
  readonly ports: AnalysisPorts;
  /** The model's name as results state it. */
  readonly model: string;
  close(): Promise<void>;
}

export interface DeskChoice {
  readonly data: SourceName | "auto";
  /** null: the best that the configuration allows. */
  readonly model: string | null;
}

/**
 * Introduces graphs, tools and sources to each other. Asks nothing of the network.
 *
 * @throws DeskError `configuration` when the model needs a key that is not set
 */
export async function openDesk(choice: DeskChoice, config: Config, clock: Clock): Promise<Desk> {
  const model = modelName(choice.model, config);
  const models = await createModels(model, config);
  const http = createHttp({
    allowedHosts: [
      "yahoo.com",
      ...(config.yahooBaseUrl ? [new URL(config.yahooBaseUrl).hostname] : []),
    ],
  });
  const cache = createCache({ clock });
  const yahoo = asOfBoundary(
    cachedMarketData(
      createYahooMarketData({
        fetch: http.fetch,
        clock,
        ...(config.yahooBaseUrl && { baseUrl: config.yahooBaseUrl }),
      }),
      cache,
    ),
  );
  const demo = asOfBoundary(cachedMarketData(createDemoMarketData(), cache));
  const opener = createMarketOpener({
    mode: choice.data,
    yahoo,
    demo,
    mayFallBack: model === RULES,
    answers: http.answers,
  });
  const tools: Readonly<Record<SourceName, readonly StructuredToolInterface[]>> = {
    yahoo: createTools(yahoo),
    demo: createTools(demo),
  };
  return {
    model,
    ports: {
      open: (query, options) => opener.open(query, options),
      tools: (source) => tools[source],
      model: models.forRole,
      clock,
    },
    async close() {
      await Promise.all([http.close(), models.close()]);
    },
  };
}

import { type Day, dayOf } from "#core/day.ts";
import { type DeskChoice, limitsOf } from "#core/desk-choice.ts";
import type { RunConfiguration, SharedConfiguration } from "#core/run-configuration.ts";
import packageJson from "../../package.json" with { type: "json" };
import type { Thoroughness } from "./commands/analyze-request.ts";
import type { Config } from "./config.ts";
import { mainModel } from "./models.ts";
import type { AnalysisInput } from "./run-analysis.ts";

/** Where a process asks, and by which program: what a run's configuration has from outside of it. */
export type Surroundings = Pick<
  SharedConfiguration,
  "version" | "openaiBaseUrl" | "yahooBaseUrl" | "benchmark"
>;

export function surroundingsOf(config: Config): Surroundings {
  return {
    version: packageJson.version,
    openaiBaseUrl: address(config.openai.baseUrl),
    yahooBaseUrl: address(config.yahooBaseUrl),
    benchmark: config.benchmark,
  };
}

/** Everything that decides what the runs of a command bring, but their symbols. */
export function sharedConfigurationOf(
  request: DeskChoice &
    Thoroughness & { readonly asOf: Day | null; readonly deadlineMs: number | null },
  config: Config,
  now: number,
): SharedConfiguration {
  const { analysts, asOf, depth, debateRounds, riskRounds, samples } = request;
  const { data, modelFor, fallbacks } = request;
  return {
    ...surroundingsOf(config),
    analysts: [...analysts],
    asOf: asOf ?? dayOf(now),
    depth,
    debateRounds,
    riskRounds,
    samples,
    data,
    model: mainModel(request, config),
    modelFor,
    fallbacks: [...fallbacks],
    ...limitsOf(request),
    deadlineMs: request.deadlineMs,
  };
}

/** What the graph is asked. */
export function questionOf(configuration: RunConfiguration): AnalysisInput {
  const { symbol, analysts, asOf, depth, debateRounds, riskRounds, samples } = configuration;
  return { ticker: symbol, analysts, asOf, depth, debateRounds, riskRounds, samples };
}

/** An address without what could be a secret in it. */
function address(url: string | null): string | null {
  if (url === null) return null;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

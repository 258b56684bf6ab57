import { analysisGroups } from "#core/analysis-groups.ts";
import { duration } from "#core/render/duration.ts";
import type { RunConfiguration } from "#core/run-configuration.ts";
import { runId } from "#core/run-id.ts";
import { readAnalyzeRequest } from "../commands/analyze-request.ts";
import { performRun } from "../perform-run.ts";
import { sharedConfigurationOf } from "../run-configuration.ts";
import { argumentsOf } from "./arguments-of.ts";
import type { Work } from "./runs-at-work.ts";
import type { Asked } from "./starters.ts";
import type { WorkRoom } from "./work-room.ts";

/**
 * An analysis as a page asks for it.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function analysisWork({ ticker, options }: Asked<"analysis">, room: WorkRoom): Work {
  const { config, environment, clock } = room;
  const now = clock.now();
  const argv = argumentsOf("analysis", options, [ticker]);
  const request = readAnalyzeRequest(argv, environment, now);
  const shared = sharedConfigurationOf(request, config, now);
  return recordedAnalysis({ ...shared, symbol: request.ticker }, null, room);
}

/** @param rerunOf the run whose reports it keeps; null where it begins anew */
export function recordedAnalysis(
  configuration: RunConfiguration,
  rerunOf: string | null,
  { config, clock, store, desks }: WorkRoom,
): Work {
  return ({ signal, begun }) => {
    const { symbol } = configuration;
    const id = runId(symbol, clock.now(), Math.random());
    return desks.use({ id, configuration, list: null }, async (desk) => {
      const groups = analysisGroups(configuration);
      const claim = await store.runs.begin({ id, configuration, groups, list: null, rerunOf });
      begun(id, symbol);
      const run = { claim, configuration, rerunOf };
      const { result } = await performRun(run, { desk, store, config }, { signal, text: true });
      return `done in ${duration(result.timeline.wallMs)}`;
    });
  };
}

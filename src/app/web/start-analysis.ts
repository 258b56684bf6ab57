import { analysisGroups } from "#core/analysis-groups.ts";
import { duration } from "#core/render/duration.ts";
import type { RunConfiguration } from "#core/run-configuration.ts";
import { runId } from "#core/run-id.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunClaim } from "#core/run-store.ts";
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
  room: WorkRoom,
): Work {
  const id = runId(configuration.symbol, room.clock.now(), Math.random());
  const run = { id, configuration, rerunOf, list: null };
  const groups = analysisGroups(configuration);
  return analysisAtHand(run, () => room.store.runs.begin({ ...run, groups }), room);
}

/** @param take takes it up, once all it needs is at hand */
export function analysisAtHand(
  run: Pick<RunRecord, "id" | "configuration" | "rerunOf" | "list">,
  take: () => Promise<RunClaim>,
  { config, store, desks }: WorkRoom,
): Work {
  return ({ signal, begun }) =>
    desks.use(run, async (desk) => {
      const claim = await take();
      begun(run.id, run.configuration.symbol);
      const place = { desk, store, config };
      const { result } = await performRun({ ...run, claim }, place, { signal, text: true });
      return `done in ${duration(result.timeline.wallMs)}`;
    });
}

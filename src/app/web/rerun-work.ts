import { differencesBetween } from "#core/run-configuration.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import { keptRun } from "../kept-run.ts";
import { requireSame } from "../require-same.ts";
import { surroundingsOf } from "../run-configuration.ts";
import { notThere } from "./refusals.ts";
import type { Work } from "./runs-at-work.ts";
import { recordedAnalysis } from "./start-analysis.ts";
import { recordedChain } from "./start-chain.ts";
import { recordedContest } from "./start-contest.ts";
import type { WorkRoom } from "./work-room.ts";

/**
 * Asks once more what a run was asked: where it has gaps, only them, over what it has brought.
 *
 * @throws DeskError `usage` where this process is set otherwise than the run was
 */
export async function rerunWork(runId: string, room: WorkRoom): Promise<Work> {
  const { store, config } = room;
  const entry = await store.history.entry(runId);
  const run = entry === null ? null : await keptRun(store, entry);
  if (run === null) throw notThere("run", runId);
  requireSame(
    `run ${runId}`,
    differencesBetween(run.configuration, surroundingsOf(config)),
    "Set them as they were, or start a new run.",
  );
  return workOf(run, room);
}

function workOf(run: AnyKeptRun, room: WorkRoom): Work {
  switch (run.kind) {
    case "analysis": {
      const { id, configuration, result } = run;
      const gaps = result !== null && result.gaps.length > 0;
      // What it keeps and what it adds are to be of one source.
      return gaps
        ? recordedAnalysis({ ...configuration, data: result.data.source }, id, room)
        : recordedAnalysis(configuration, null, room);
    }
    case "contest":
      return recordedContest(run.configuration, room);
    case "chain": {
      const gaps = run.result?.outcomes.some(({ state }) => state === "failed") ?? false;
      return recordedChain(run.configuration, gaps ? run.id : null, room);
    }
  }
}

import type { AnyKeptRun } from "#core/run-record.ts";
import { requireSurroundings, runOnceMore } from "./run-once-more.ts";
import type { Work } from "./runs-at-work.ts";
import { recordedAnalysis } from "./start-analysis.ts";
import { recordedChain } from "./start-chain.ts";
import { recordedContest } from "./start-contest.ts";
import type { WorkRoom } from "./work-room.ts";

/**
 * Asks once more what a run was asked: where it has gaps, only them, over what it has brought.
 *
 * @throws HTTPException 404 where it is not there; 409 where this process is set otherwise than it was
 */
export async function rerunWork(runId: string, room: WorkRoom): Promise<Work> {
  const run = await runOnceMore(runId, room);
  requireSurroundings(run, room, "Set them as they were, or start a new run.");
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

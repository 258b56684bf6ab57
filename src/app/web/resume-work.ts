import { isHeld, isUnfinished } from "#core/run-state.ts";
import { heldByAnother } from "../held-by-another.ts";
import { notNow } from "./refusals.ts";
import { requireSurroundings, runOnceMore } from "./run-once-more.ts";
import type { Work } from "./runs-at-work.ts";
import { analysisAtHand } from "./start-analysis.ts";
import { chainAtHand } from "./start-chain.ts";
import type { WorkRoom } from "./work-room.ts";

const WAY_OUT = "Set them as they were and start this server again, or start a new run.";

/**
 * Goes on with a run from where it stands: what was finished is not done again.
 *
 * @throws HTTPException 404 where it is not there; 409 where it has come to its end, is at somebody's
 *   hands, cannot be gone on with, or this process is set otherwise than it was
 */
export async function resumeWork(runId: string, room: WorkRoom): Promise<Work> {
  const { store, clock } = room;
  const run = await runOnceMore(runId, room);
  if (run.kind === "contest") {
    throw notNow(
      `run ${runId} is a contest of strategies, of which nothing is kept to go on from: hold it again.`,
    );
  }
  if (!isUnfinished(run)) {
    throw notNow(
      `run ${runId} is ${run.state === "done" ? "done" : "over, and has failed"}, so there is nothing to go on with: ask it again.`,
    );
  }
  if (isHeld(run, clock.now())) throw atSomebody(runId);
  requireSurroundings(run, room, WAY_OUT);
  switch (run.kind) {
    case "analysis":
      return analysisAtHand(run, () => taken(runId, store.runs), room);
    case "chain":
      return chainAtHand(run, () => taken(runId, store.chains), room);
  }
}

/** Takes a run up, which somebody else may have done a moment ago. */
async function taken<Claim>(
  runId: string,
  runs: { claim(runId: string): Promise<Claim | null> },
): Promise<Claim> {
  const claim = await runs.claim(runId);
  if (claim === null) throw atSomebody(runId);
  return claim;
}

function atSomebody(runId: string) {
  return notNow(heldByAnother(runId).message);
}

import { rerunWork } from "./rerun-work.ts";
import { resumeWork } from "./resume-work.ts";
import { analysisWork } from "./start-analysis.ts";
import { chainWork } from "./start-chain.ts";
import { contestWork } from "./start-contest.ts";
import { watchlistWork } from "./start-watchlist.ts";
import type { Starters } from "./starters.ts";
import type { WorkRoom } from "./work-room.ts";

/** What begins each kind of work in this process. */
export function startersIn(room: WorkRoom): Starters {
  return {
    analysis: (asked) => analysisWork(asked, room),
    watchlist: (asked) => watchlistWork(asked, room),
    contest: (asked) => contestWork(asked, room),
    chain: (asked) => chainWork(asked, room),
    rerun: (runId) => rerunWork(runId, room),
    resume: (runId) => resumeWork(runId, room),
  };
}

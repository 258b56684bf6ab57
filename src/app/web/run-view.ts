import type { HistoryEntry } from "#core/run-history.ts";
import { keptRun } from "../kept-run.ts";
import { pageOfRun } from "../page/page-of-run.ts";
import type { RunView } from "./api.ts";
import { notThere } from "./refusals.ts";
import { shownSettings } from "./shown-settings.ts";
import type { WebParts } from "./web-parts.ts";

/** A run as it is now, and all there is to show of it. */
export async function runView(run: HistoryEntry, parts: WebParts): Promise<RunView> {
  const { atWork, store, config, clock, market } = parts;
  const kept = await keptRun(store, run);
  if (kept === null) throw notThere("run", run.id);
  return {
    run,
    // What is still written once it has ended is nothing that could be stopped.
    here: atWork.has(run.id) && run.state === "running",
    settings: shownSettings(kept.configuration),
    page: await pageOfRun(store, config, clock, run.id, market),
  };
}

import { join } from "node:path";
import type { ContestResult } from "#core/contest/contest.ts";
import { contestGroups } from "#core/contest/contest-groups.ts";
import { renderContest } from "#core/contest/render/contest.ts";
import { runFolderPath } from "#runtime/run-folder.ts";
import type { Store } from "#runtime/store/store.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import type { Config } from "../config.ts";
import {
  type FinishedRun,
  type PerformOptions,
  performRecorded,
  type RunAtHand,
} from "../perform-recorded.ts";
import type { ContestDesk } from "./contest-desk.ts";
import { runContest } from "./run-contest.ts";
import { keepStrategies } from "./strategy-files.ts";

/** What a contest is performed with. */
export interface ContestWorkplace {
  readonly desk: ContestDesk;
  readonly store: Store;
  readonly config: Config;
}

/**
 * Holds a contest and ends its records. Its folder has a file a strategy, as soon as that is finished, and
 * a page. It keeps no checkpoints: one that is cut off is held anew, as a run of its own.
 *
 * @throws as {@link performRecorded} does
 */
export async function performContest(
  { claim, configuration }: RunAtHand<"contest">,
  { desk, store, config }: ContestWorkplace,
  options: PerformOptions<"contest">,
): Promise<FinishedRun<"contest">> {
  const { runId } = claim;
  const folder = runFolderPath(config.logsDir, runId);
  const files = keepStrategies(folder);
  const performed = performRecorded(
    {
      kind: "contest",
      claim,
      groups: contestGroups(configuration),
      asked: configuration,
      deadlineMs: configuration.deadlineMs,
      overdue: (seconds) =>
        `the contest's deadline of ${seconds} s passed before this was done. Raise --deadline.`,
      sinks: [files.sink],
      perform: (at) => runContest(configuration, desk, { ...at, runId }),
      render: renderContest,
      keep: (result) => [files.settled(), keepPage(result, contestPagePath(folder))],
    },
    { store, config, clock: desk.ports.clock },
    options,
  );
  return performed.catch(async (thrown: unknown) => {
    // What was finished is kept even where the contest was not; why it was not is worth more to know.
    await files.settled().catch(() => {});
    throw thrown;
  });
}

/** Where the page of a contest is kept. */
export function contestPagePath(folder: string): string {
  return join(folder, "report.html");
}

async function keepPage(result: ContestResult, path: string): Promise<void> {
  const { contestPage } = await import("../page/contest-page.ts");
  await writeWhole(path, await contestPage(result));
}

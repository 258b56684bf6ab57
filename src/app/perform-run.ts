import { analysisGroups } from "#core/analysis-groups.ts";
import { DeskError } from "#core/errors.ts";
import { findingsOf } from "#core/findings.ts";
import { renderMarkdown } from "#core/render/markdown.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config } from "./config.ts";
import type { Desk } from "./desk.ts";
import {
  type FinishedRun,
  type PerformOptions,
  performRecorded,
  type RunAtHand,
} from "./perform-recorded.ts";
import { runAnalysis } from "./run-analysis.ts";
import { questionOf } from "./run-configuration.ts";

/** What analyses are performed with, one after another or many at once. */
export interface Workplace {
  readonly desk: Desk;
  readonly store: Store;
  readonly config: Config;
}

/**
 * Performs an analysis, from where it stands, and ends its records. What an earlier attempt has finished
 * is not done again.
 *
 * @throws as {@link performRecorded} does
 */
export async function performRun(
  { claim, configuration, rerunOf }: RunAtHand,
  { desk, store, config }: Workplace,
  options: PerformOptions,
): Promise<FinishedRun> {
  const { runId, attempt } = claim;
  const checkpointer = store.checkpoints(claim);
  return performRecorded(
    {
      kind: "analysis",
      claim,
      groups: analysisGroups(configuration),
      asked: { ...configuration, models: desk.model },
      deadlineMs: configuration.deadlineMs,
      overdue: (seconds) =>
        `the run's deadline of ${seconds} s passed before this was done. Raise --deadline, or ask fewer analysts.`,
      async perform({ deadline, ...at }) {
        const inTime = { ...desk, ports: { ...desk.ports, deadline } };
        const keptFrom = await keptFindings(rerunOf, store);
        const options = { ...at, runId, attempt, checkpointer, keptFrom };
        return runAnalysis(questionOf(configuration), inTime, options);
      },
      render: renderMarkdown,
      keep: (result) => [desk.remember(result), checkpointer.deleteThread(runId)],
    },
    { store, config, clock: desk.ports.clock },
    options,
  );
}

async function keptFindings(run: string | null, { runs }: Store) {
  if (run === null) return null;
  const result = (await runs.read(run))?.result ?? null;
  if (result !== null) return { run, findings: findingsOf(result) };
  throw new DeskError(
    "storage",
    `run ${run}, whose reports are to be kept, is not there any more. Analyse the ticker anew: trading-graph analyze.`,
  );
}

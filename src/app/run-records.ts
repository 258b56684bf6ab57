import { join } from "node:path";
import { dayOf } from "#core/day.ts";
import type { Clock } from "#core/ports.ts";
import { runId as newRunId } from "#core/run-id.ts";
import { isoTime } from "#core/span.ts";
import { createJournal, type Journal, type Sink } from "#runtime/journal.ts";
import { openRunFolder } from "#runtime/run-folder.ts";
import { openRunLog } from "#runtime/run-log.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import type { AnalyzeRequest } from "./commands/analyze-request.ts";
import type { Config } from "./config.ts";
import type { Desk } from "./desk.ts";

/** What is kept of a run, wherever it is kept. */
export interface RunRecords {
  readonly runId: string;
  /** The run's folder. */
  readonly path: string;
  /** A journal that the log, the folder and `watcher` are told by. */
  journal(watcher: Sink): Journal;
  finish(result: object, report: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the log and the folder of a run and writes down what it is asked.
 *
 * @throws DeskError `storage` when they cannot be written
 */
export async function openRunRecords({
  request,
  desk,
  config: { logsDir },
  clock,
}: {
  readonly request: AnalyzeRequest;
  readonly desk: Desk;
  readonly config: Config;
  readonly clock: Clock;
}): Promise<RunRecords> {
  const startedAt = clock.now();
  const runId = newRunId(request.ticker, startedAt, Math.random());
  const log = await openRunLog(logsDir, runId);
  const folder = await openRunFolder(logsDir, runId, {
    ...request,
    asOf: request.asOf ?? dayOf(startedAt),
    model: desk.model,
    startedAt: isoTime(startedAt),
  });
  return {
    runId,
    path: folder.path,
    journal: (watcher) => createJournal([log.sink, folder.sink, watcher]),
    async finish(result, report) {
      await folder.finish(result, report);
      if (request.out === null) return;
      const name = join(request.out, `${request.ticker}_${request.asOf ?? dayOf(startedAt)}`);
      await writeWhole(`${name}.md`, report);
      await writeWhole(`${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
    },
    async close() {
      await Promise.all([folder.close(), log.close()]);
    },
  };
}

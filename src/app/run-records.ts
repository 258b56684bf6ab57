import type { Clock } from "#core/ports.ts";
import { isoTime } from "#core/span.ts";
import { createJournal, type Journal, type NumberedEvent, type Sink } from "#runtime/journal.ts";
import { openRunFolder } from "#runtime/run-folder.ts";
import { openRunLog } from "#runtime/run-log.ts";

/** What is kept of a run beside the logs. */
export interface RunRecords {
  /** What it has told before it was cut off. */
  readonly earlier: readonly NumberedEvent[];
  /** A journal that the log, the folder and others are told by. */
  journal(others: readonly Sink[]): Journal;
  finish(result: object, report: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the log and the folder of a run and writes down what it is asked.
 *
 * @throws DeskError `storage` when they cannot be written
 */
export async function openRunRecords(
  runId: string,
  asked: object,
  logsDir: string,
  clock: Clock,
): Promise<RunRecords> {
  const log = await openRunLog(logsDir, runId);
  const folder = await openRunFolder(logsDir, runId, {
    ...asked,
    startedAt: isoTime(clock.now()),
  });
  const { earlier } = folder;
  return {
    earlier,
    journal: (others) => createJournal([log.sink, folder.sink, ...others], earlier.length),
    finish: (result, report) => folder.finish(result, report),
    async close() {
      await Promise.all([folder.close(), log.close()]);
    },
  };
}

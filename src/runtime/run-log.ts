import { join } from "node:path";
import { logLine } from "#core/render/log-line.ts";
import type { Sink } from "./journal.ts";
import { openLinesFile } from "./lines-file.ts";

/** The log that all runs share, as one run writes to it. */
export interface RunLog {
  readonly sink: Sink;
  close(): Promise<void>;
}

/**
 * Opens `trading_graph.log` for a run.
 *
 * @throws DeskError `storage` when it cannot be written
 */
export async function openRunLog(logsDir: string, runId: string): Promise<RunLog> {
  const file = await openLinesFile(join(logsDir, "trading_graph.log"));
  return {
    sink: (event) => {
      const line = logLine(event, runId);
      if (line !== null) file.write(line);
    },
    close: () => file.close(),
  };
}

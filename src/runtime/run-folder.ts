import { join } from "node:path";
import type { NumberedEvent, Sink } from "./journal.ts";
import { type KeptFolder, openKeptFolder } from "./kept-folder.ts";
import { readEventsSoFar } from "./run-events.ts";
import { writeWhole } from "./write-whole.ts";

/** What is kept of one run: request.json, events.jsonl, result.json and report.md. */
export interface RunFolder extends Omit<KeptFolder, "add"> {
  readonly sink: Sink;
  /** What the run has told here before it was cut off. */
  readonly earlier: readonly NumberedEvent[];
}

/** Where a run is kept beside the logs. */
export function runFolderPath(logsDir: string, runId: string): string {
  return join(logsDir, "runs", runId);
}

/**
 * Makes the folder of a run and writes down what it is asked; or opens the one that it has, in which
 * a line that was cut off goes.
 *
 * @throws DeskError `storage`, before anything has been spent
 */
export async function openRunFolder(
  logsDir: string,
  runId: string,
  request: unknown,
): Promise<RunFolder> {
  const path = runFolderPath(logsDir, runId);
  const earlier = await readEventsSoFar(path);
  if (earlier.length > 0) {
    const lines = earlier.map((event) => `${JSON.stringify(event)}\n`);
    await writeWhole(join(path, "events.jsonl"), lines.join(""));
  }
  const { add, ...folder } = await openKeptFolder(path, "events.jsonl", request);
  return { ...folder, sink: add, earlier };
}

import { join } from "node:path";
import type { Sink } from "./journal.ts";
import { type KeptFolder, openKeptFolder } from "./kept-folder.ts";

/** What is kept of one run: request.json, events.jsonl, result.json and report.md. */
export interface RunFolder extends Omit<KeptFolder, "add"> {
  readonly sink: Sink;
}

/**
 * Makes the folder of a run and writes down what it is asked.
 *
 * @throws DeskError `storage`, before anything has been spent
 */
export async function openRunFolder(
  logsDir: string,
  runId: string,
  request: unknown,
): Promise<RunFolder> {
  const path = join(logsDir, "runs", runId);
  const { add, ...folder } = await openKeptFolder(path, "events.jsonl", request);
  return { ...folder, sink: add };
}

import { join } from "node:path";
import type { Sink } from "./journal.ts";
import { openLinesFile } from "./lines-file.ts";
import { writeWhole } from "./write-whole.ts";

/** What is kept of one run: request.json, events.jsonl, result.json and report.md. */
export interface RunFolder {
  readonly path: string;
  readonly sink: Sink;
  finish(result: unknown, report: string): Promise<void>;
  close(): Promise<void>;
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
  await writeWhole(join(path, "request.json"), json(request));
  const events = await openLinesFile(join(path, "events.jsonl"));
  return {
    path,
    sink: (event) => events.write(JSON.stringify(event)),
    async finish(result, report) {
      await writeWhole(join(path, "result.json"), json(result));
      await writeWhole(join(path, "report.md"), report);
    },
    close: () => events.close(),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

import { join } from "node:path";
import { openLinesFile } from "./lines-file.ts";
import { writeWhole } from "./write-whole.ts";

/** What is kept of a piece of work: request.json, its lines as they come, result.json, report.md. */
export interface KeptFolder {
  readonly path: string;
  /** Adds a line of JSON. */
  add(line: object): void;
  finish(result: unknown, report: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes a folder and writes down what is asked.
 *
 * @param lines the name of the file of lines
 * @throws DeskError `storage`, before anything has been spent
 */
export async function openKeptFolder(
  path: string,
  lines: string,
  request: unknown,
): Promise<KeptFolder> {
  await writeWhole(join(path, "request.json"), json(request));
  const file = await openLinesFile(join(path, lines));
  return {
    path,
    add: (line) => file.write(JSON.stringify(line)),
    async finish(result, report) {
      await writeWhole(join(path, "result.json"), json(result));
      await writeWhole(join(path, "report.md"), report);
    },
    close: () => file.close(),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";
import { storageError } from "./storage-error.ts";

/** A file that lines are added to. */
export interface LinesFile {
  write(line: string): void;
  /** @throws DeskError `storage` when some line could not be written */
  close(): Promise<void>;
}

/**
 * Opens a file for adding lines; makes its folder. Several processes may add to one file.
 *
 * @throws DeskError `storage` when it cannot be opened
 */
export async function openLinesFile(path: string): Promise<LinesFile> {
  let stream: WriteStream;
  try {
    await mkdir(dirname(path), { recursive: true });
    stream = createWriteStream(path, { flags: "a" });
    await once(stream, "open");
  } catch (cause) {
    throw storageError(path, cause);
  }
  let failure: unknown = null;
  stream.on("error", (error) => {
    failure ??= error;
  });
  return {
    write: (line) => {
      if (failure === null) stream.write(`${line}\n`);
    },
    async close() {
      if (failure === null) await finished(stream.end()).catch(() => {});
      if (failure !== null) throw storageError(path, failure);
    },
  };
}

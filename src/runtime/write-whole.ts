import { constants } from "node:fs";
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { storageError } from "./storage-error.ts";

/**
 * Writes a file so that nobody ever sees half of it: into a temporary file beside it, then renamed.
 *
 * @throws DeskError `storage` when it cannot be written; an older file then stays as it was
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw storageError(path, cause);
  }
}

/**
 * Makes a folder where there is none, and holds that files can be made in it.
 *
 * @throws DeskError `storage` when they cannot
 */
export async function requireFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (cause) {
    throw storageError(path, cause);
  }
}

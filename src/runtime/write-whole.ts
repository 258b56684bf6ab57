import { constants } from "node:fs";
import { access, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { DeskError } from "#core/errors.ts";
import { storageError } from "./storage-error.ts";

/** How many writes this process has begun: two of one path do not meet. */
let begun = 0;

/**
 * Writes a file so that nobody ever sees half of it: into a temporary file beside it, then renamed.
 *
 * @param text all of it, or one piece after another
 * @throws DeskError `storage` when it cannot be written, and a DeskError that the pieces throw; an older
 * file then stays as it was
 */
export async function writeWhole(
  path: string,
  text: string | AsyncIterable<string>,
): Promise<void> {
  begun += 1;
  const temporary = `${path}.${process.pid}-${begun}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw cause instanceof DeskError ? cause : storageError(path, cause);
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

/**
 * Holds that a file can be made or replaced at a path, before it is paid for.
 *
 * @throws DeskError `storage` when it cannot
 */
export async function requireFilePlace(path: string): Promise<void> {
  await requireFolder(dirname(path));
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw storageError(path, new Error("it is a folder"));
}

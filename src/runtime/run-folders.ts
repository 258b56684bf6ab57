import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { DeskError, messageOf } from "#core/errors.ts";
import { isRunId } from "#core/run-id.ts";
import { runFolderPath } from "./run-folder.ts";

/** The folder of a run, and what lies in it. */
export interface MeasuredFolder {
  readonly path: string;
  readonly bytes: number;
  /** When something in it was written last, in epoch milliseconds. */
  readonly writtenAt: number;
}

/** The ids of the runs that have a folder; none where there is no folder of runs. */
export async function runsWithFolder(logsDir: string): Promise<string[]> {
  const entries = await readdir(runFolderPath(logsDir, ""), { withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isDirectory() && isRunId(entry.name))
    .map(({ name }) => name);
}

/** A run's folder; null where there is none, and for an id that is none, which could lead elsewhere. */
export async function measureRunFolder(
  logsDir: string,
  runId: string,
): Promise<MeasuredFolder | null> {
  if (!isRunId(runId)) return null;
  const path = runFolderPath(logsDir, runId);
  const folder = await lstat(path).catch(() => null);
  if (folder === null || !folder.isDirectory()) return null;
  let [bytes, writtenAt] = [0, folder.mtimeMs];
  for (const name of await readdir(path, { recursive: true }).catch(() => [])) {
    // What goes in the meantime counts for nothing.
    const file = await lstat(join(path, name)).catch(() => null);
    if (file === null) continue;
    if (file.isFile()) bytes += file.size;
    writtenAt = Math.max(writtenAt, file.mtimeMs);
  }
  return { path, bytes, writtenAt };
}

/** @throws DeskError `storage` when it cannot be removed */
export async function removeRunFolder({ path }: MeasuredFolder): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch((cause: unknown) => {
    throw new DeskError("storage", `cannot remove "${path}": ${messageOf(cause)}.`, { cause });
  });
}

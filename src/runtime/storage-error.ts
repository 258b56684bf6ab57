import { DeskError, messageOf } from "#core/errors.ts";

/** A file or folder that cannot be written. */
export function storageError(path: string, cause: unknown): DeskError {
  return new DeskError(
    "storage",
    `cannot write "${path}": ${messageOf(cause)}. Make room or give write access, or name another place (LOGS_DIR, --out, --html, --record).`,
    { cause, facts: { path } },
  );
}

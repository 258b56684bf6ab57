const SQLITE_BUSY = 5;

/** Whether another connection is at a write in the file: nothing has been done, and it may be soon. */
export function isBusy(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    "errcode" in thrown &&
    typeof thrown.errcode === "number" &&
    (thrown.errcode & 0xff) === SQLITE_BUSY
  );
}

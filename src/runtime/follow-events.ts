import { open } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { NumberedEvent } from "./journal.ts";
import { eventIn } from "./run-events.ts";

const LINE_FEED = 0x0a;

export interface FollowOptions {
  /** The number of the last event that is known already; 0 where none is. */
  readonly after: number;
  /** Ends the following. */
  readonly signal: AbortSignal;
  /** How often the file is looked at, in ms. */
  readonly pollMs?: number;
}

/**
 * A run's events as its folder has them, then as they happen, whichever process makes them: in pieces, in
 * their order, each once. A file that is not there yet, or a line that is not whole, is waited for. It
 * ends with the end of the run, unless that has been resumed since; a run that was killed has none.
 *
 * @param folder of the run
 */
export async function* followEvents(
  folder: string,
  { after, signal, pollMs = 40 }: FollowOptions,
): AsyncGenerator<readonly NumberedEvent[]> {
  const file = linesOf(join(folder, "events.jsonl"));
  let last = after;
  let ended = false;
  while (!signal.aborted) {
    const fresh: NumberedEvent[] = [];
    for (const line of await file.next()) {
      const event = eventIn(line);
      if (event === null) continue;
      if (event.type === "run_ended") ended = true;
      if (event.type === "run_resumed") ended = false;
      if (event.seq <= last) continue;
      last = event.seq;
      fresh.push(event);
    }
    if (fresh.length > 0) yield fresh;
    if (ended) return;
    await wait(pollMs, undefined, { signal }).catch(() => {});
  }
}

/** The whole lines of a file that have been added since they were asked for last. */
function linesOf(path: string) {
  /** Which file it was, and how much of it has been given. */
  let inode: number | null = null;
  let given = 0;
  return {
    async next(): Promise<string[]> {
      const file = await open(path).catch(() => null);
      if (file === null) return [];
      try {
        const { ino, size } = await file.stat();
        // A run that is resumed puts another file in its place, without the line that was cut off.
        if (ino !== inode || size < given) given = 0;
        inode = ino;
        if (size === given) return [];
        const bytes = new Uint8Array(size - given);
        const { bytesRead } = await file.read(bytes, 0, bytes.length, given);
        const end = bytes.lastIndexOf(LINE_FEED, bytesRead - 1) + 1;
        given += end;
        if (end === 0) return [];
        return new TextDecoder().decode(bytes.subarray(0, end - 1)).split("\n");
      } finally {
        await file.close();
      }
    },
  };
}

import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { RunEvent } from "#core/event.ts";
import { type FollowOptions, followEvents } from "#runtime/follow-events.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const ENDED: RunEvent = { type: "run_ended", ms: 1, error: null, at: 1 };
const RESUMED: RunEvent = { type: "run_resumed", attempt: 2, at: 2 };

function line(
  seq: number,
  event: RunEvent = { type: "notice", text: `n${seq} é`, at: seq },
): string {
  return `${JSON.stringify({ ...event, seq })}\n`;
}

/** A run's file, and somebody who follows it. */
async function followed(options: Partial<FollowOptions> = {}) {
  const folder = await temporaryFolder();
  const path = join(folder, "events.jsonl");
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const pieces = followEvents(folder, { after: 0, signal: stop.signal, pollMs: 1, ...options });
  return {
    path,
    stop,
    /** The numbers of the next piece; null where there is none any more. */
    async next() {
      const { value, done } = await pieces.next();
      return done === true ? null : value.map(({ seq }) => seq);
    },
  };
}

describe("following a run's events", () => {
  it("waits for the file, gives what is there, and then what is added, until the run has ended", async () => {
    const { path, next } = await followed();
    const first = next();
    await writeFile(path, line(1) + line(2));
    expect(await first).toEqual([1, 2]);
    await appendFile(path, line(3));
    expect(await next()).toEqual([3]);
    await appendFile(path, line(4) + line(5, ENDED));
    expect(await next()).toEqual([4, 5]);
    expect(await next()).toBeNull();
  });

  it("gives a line once it is whole, wherever it was torn", async () => {
    const { path, next } = await followed();
    const bytes = Buffer.from(line(1) + line(2) + line(3, ENDED));
    await writeFile(path, "");
    const seen: number[] = [];
    const reading = (async () => {
      for (let piece = await next(); piece !== null; piece = await next()) seen.push(...piece);
    })();
    for (let at = 0; at < bytes.length; at += 7) {
      await appendFile(path, bytes.subarray(at, at + 7));
      await new Promise(setImmediate);
    }
    await reading;
    expect(seen).toEqual([1, 2, 3]);
  });

  it("gives only what comes after the number that is known, and nothing of a run that has ended", async () => {
    const { path, next } = await followed({ after: 2 });
    await writeFile(path, line(1) + line(2) + line(3) + line(4, ENDED));
    expect(await next()).toEqual([3, 4]);
    const known = await followed({ after: 4 });
    await writeFile(known.path, line(1) + line(2) + line(3) + line(4, ENDED));
    expect(await known.next()).toBeNull();
  });

  it("goes on with a run that was resumed, whose file another has taken the place of", async () => {
    const { path, next } = await followed();
    await writeFile(path, `${line(1) + line(2)}{"type":"noti`);
    expect(await next()).toEqual([1, 2]);
    await writeWhole(path, line(1) + line(2));
    await appendFile(path, line(3, RESUMED) + line(4));
    expect(await next()).toEqual([3, 4]);
    await appendFile(path, line(5, ENDED));
    expect(await next()).toEqual([5]);
    expect(await next()).toBeNull();
  });

  it("does not end with an end that was followed by a resumption", async () => {
    const { path, next } = await followed();
    await writeFile(path, line(1, ENDED) + line(2, RESUMED));
    expect(await next()).toEqual([1, 2]);
    await appendFile(path, line(3, ENDED));
    expect(await next()).toEqual([3]);
  });

  it("ends when it is told to", async () => {
    const { stop, next } = await followed({ pollMs: 60_000 });
    const piece = next();
    stop.abort();
    expect(await piece).toBeNull();
  });
});

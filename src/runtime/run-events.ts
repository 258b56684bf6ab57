import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { DeskError, messageOf, usageError } from "#core/errors.ts";
import { runEventSchema } from "#core/event.ts";
import type { NumberedEvent } from "./journal.ts";

const LISTED = 5;

const numberedEventSchema = z.intersection(runEventSchema, z.object({ seq: z.number() }));

/**
 * The folder of a run that has been kept.
 *
 * @param run its id, or the folder's path
 * @throws DeskError `usage` naming the newest runs when there is no such folder
 */
export async function findRunFolder(logsDir: string, run: string): Promise<string> {
  const runs = join(logsDir, "runs");
  for (const path of [join(runs, run), run]) {
    if (await isFolder(path)) return path;
  }
  const ids = (await readdir(runs).catch(() => [])).sort().slice(-LISTED);
  if (ids.length > 0) throw usageError("run", run, ids);
  throw new DeskError(
    "usage",
    `run ${JSON.stringify(run)} is not known: no run is kept in "${runs}". Make one: trading-graph analyze AAPL --data demo.`,
  );
}

/**
 * The events of a run, as its folder keeps them.
 *
 * @throws DeskError `storage` when there are none, or a line is not whole, or one is missing
 */
export async function readRunEvents(folder: string): Promise<NumberedEvent[]> {
  const path = join(folder, "events.jsonl");
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new DeskError("storage", `cannot read "${path}": ${messageOf(cause)}.`, { cause });
  });
  if (text === "") throw new DeskError("storage", `"${path}" holds no events.`);
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line, index) => eventOf(line, index + 1, path));
}

/**
 * The events of a run that was cut off, up to where its file breaks off; none where there is no file.
 */
export async function readEventsSoFar(folder: string): Promise<NumberedEvent[]> {
  const path = join(folder, "events.jsonl");
  const lines = (await readFile(path, "utf8").catch(() => "")).split("\n");
  const events: NumberedEvent[] = [];
  for (const line of lines) {
    try {
      events.push(eventOf(line, events.length + 1, path));
    } catch {
      break;
    }
  }
  return events;
}

/** The event of a line; null where it holds none. */
export function eventIn(line: string): NumberedEvent | null {
  try {
    return numberedEventSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function eventOf(line: string, number: number, path: string): NumberedEvent {
  const broken = (why: string, cause?: unknown) =>
    new DeskError("storage", `"${path}", line ${number}: ${why}.`, { cause });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw broken("it is no JSON", cause);
  }
  const { data, error } = numberedEventSchema.safeParse(value);
  if (data === undefined) throw broken(`it is no event: ${z.prettifyError(error)}`);
  if (data.seq !== number) throw broken(`it is event ${data.seq}, so lines are missing before it`);
  return data;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

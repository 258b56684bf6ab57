import { readFile } from "node:fs/promises";
import { z } from "zod";
import { DeskError, messageOf, quoted } from "#core/errors.ts";
import { sha256 } from "./hash.ts";
import { FORMAT, type Header, headerSchema, type Line, lineSchema, VERSION } from "./lines.ts";

/** A recording's file, checked. */
export interface RecordedLines {
  readonly header: Header;
  /** All but the first and the last. */
  readonly lines: readonly Line[];
}

/**
 * Reads a recording.
 *
 * @throws DeskError `usage`, with file and line, when the file is not there, is no recording, is of
 *   another version, ends too early, or holds a line that was changed
 */
export async function readLines(path: string): Promise<RecordedLines> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new DeskError("usage", `cannot read recording "${path}": ${messageOf(cause)}.`, {
      cause,
      facts: { path },
    });
  });
  const [first = "", ...rest] = text.split("\n");
  const header = headerOf(first, path);
  const partial = rest.pop();
  if (partial !== "") throw cutOff(path, rest.length + 2);
  const lines = rest.map((line, index) => lineOf(line, path, index + 2));
  const end = lines.pop();
  if (end?.type !== "end" || end.lines !== lines.length) throw cutOff(path, rest.length + 1);
  requireValues(lines, path);
  return { header, lines };
}

function headerOf(text: string, path: string): Header {
  const said = z.object({ format: z.literal(FORMAT), version: z.unknown() }).safeParse(json(text));
  if (!said.success) {
    throw broken(path, 1, `this is no ${FORMAT}; one is made with --record FILE`);
  }
  if (said.data.version !== VERSION) {
    const version = quoted(JSON.stringify(said.data.version) ?? "none");
    throw broken(path, 1, `version ${version} cannot be read, only ${VERSION}; record it anew`);
  }
  return parsed(headerSchema, json(text), path, 1);
}

function lineOf(text: string, path: string, number: number): Line {
  const value = json(text);
  if (value === undefined) throw broken(path, number, "this is no JSON");
  const line = parsed(lineSchema, value, path, number);
  if (line.type === "data" && sha256(JSON.stringify(line.value)) !== line.id) {
    throw broken(path, number, "the recorded data was changed");
  }
  return line;
}

/** @throws DeskError `usage` when a question's value is not among the data */
function requireValues(lines: readonly Line[], path: string): void {
  const ids = new Set(lines.map((line) => (line.type === "data" ? line.id : null)));
  for (const [index, line] of lines.entries()) {
    if (line.type === "read" && "value" in line.outcome && !ids.has(line.outcome.value)) {
      throw broken(path, index + 2, "the data that was read is not in the recording");
    }
  }
}

function parsed<T extends z.ZodType>(schema: T, value: unknown, path: string, number: number) {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  throw broken(path, number, `this is no line of a recording: ${z.prettifyError(error)}`);
}

/** undefined where the text is no JSON. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function cutOff(path: string, number: number): DeskError {
  return broken(path, number, "the recording is cut off here");
}

function broken(path: string, number: number, why: string): DeskError {
  return new DeskError("usage", `cannot replay "${path}", line ${number}: ${why}.`, {
    facts: { path, line: number },
  });
}

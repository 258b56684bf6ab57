import { HTTPException } from "hono/http-exception";
import { quoted } from "#core/errors.ts";
import { isRunId } from "#core/run-id.ts";

/** What is asked for is not there. */
export function notThere(what: string, value: string): HTTPException {
  return new HTTPException(404, {
    message: `${what} ${quoted(value)} is not known. The history has all that is kept.`,
  });
}

/** It cannot be done as things stand. */
export function notNow(message: string): HTTPException {
  return new HTTPException(409, { message });
}

/**
 * An id out of an address, held to be one before it is used for anything.
 *
 * @throws HTTPException 404
 */
export function idIn(text: string, what: "run" | "list"): string {
  if (isRunId(text)) return text;
  throw notThere(what, text);
}

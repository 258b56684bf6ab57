import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { DeskError, messageOf } from "#core/errors.ts";
import type { Refusal } from "./api.ts";

/** What can be said of something that nobody has foreseen. */
const UNFORESEEN = "Something went wrong that was not foreseen. The server's terminal says what.";

/**
 * Answers what was thrown with a sentence, and never with a stack.
 *
 * @param clean takes out what must not leave
 * @param tell told of what is no fault of whoever asked
 */
export function answerErrors(
  clean: (text: string) => string,
  tell: (line: string) => void,
): ErrorHandler {
  return (thrown, context) => {
    const status = statusOf(thrown);
    if (status === 500) tell(`${context.req.method} ${context.req.path}: ${messageOf(thrown)}`);
    const known = thrown instanceof DeskError || thrown instanceof HTTPException;
    const refusal: Refusal = { error: clean(known ? thrown.message : UNFORESEEN) };
    return context.json(refusal, status);
  };
}

function statusOf(thrown: unknown): ContentfulStatusCode {
  if (thrown instanceof HTTPException) return thrown.status;
  if (!(thrown instanceof DeskError)) return 500;
  return ["usage", "configuration", "unknown_symbol"].includes(thrown.code) ? 400 : 500;
}

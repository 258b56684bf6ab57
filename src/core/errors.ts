/** What kind of thing went wrong; decides the exit code and whether asking again can help. */
export type ErrorCode =
  | "usage"
  | "unknown_symbol"
  | "unreachable"
  | "rate_limited"
  | "timeout"
  | "upstream"
  | "bad_response"
  | "not_available_then"
  | "model"
  | "budget"
  | "configuration"
  | "storage"
  | "taken_over"
  | "strategy"
  | "interrupted";

/** An error that a person can act on: a sentence, a code and the facts behind it. */
export class DeskError extends Error {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; facts?: Record<string, unknown> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "DeskError";
    this.code = code;
    this.facts = options.facts ?? {};
  }
}

/**
 * What a person typed cannot be used. Says what it was for, the value as given and what would do.
 *
 * @example usageError("analyst", "markte", ["market", "news"])
 */
export function usageError(what: string, value: string, choices: readonly string[]): DeskError {
  const message = `${what} ${quoted(value)} is not known. Valid: ${choices.join(", ")}.`;
  return new DeskError("usage", message, { facts: { what, value, choices } });
}

const LONGEST_QUOTE = 60;

/** A value between quotes, made printable and cut, so that hostile input cannot disturb a terminal. */
export function quoted(value: string): string {
  const cut = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value;
  return JSON.stringify(cut).replace(/[^\x20-\x7e…]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The code of anything that was thrown: a DeskError's own, `fallback` for the rest. */
export function codeOf(thrown: unknown, fallback: ErrorCode): ErrorCode {
  return thrown instanceof DeskError ? thrown.code : fallback;
}

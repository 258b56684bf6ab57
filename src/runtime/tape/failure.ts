import { z } from "zod";
import { codeOf, DeskError, type ErrorCode, messageOf } from "#core/errors.ts";

const codes = {
  usage: "usage",
  unknown_symbol: "unknown_symbol",
  unreachable: "unreachable",
  rate_limited: "rate_limited",
  timeout: "timeout",
  upstream: "upstream",
  bad_response: "bad_response",
  not_available_then: "not_available_then",
  model: "model",
  budget: "budget",
  configuration: "configuration",
  storage: "storage",
  taken_over: "taken_over",
  strategy: "strategy",
  interrupted: "interrupted",
} as const satisfies { readonly [Code in ErrorCode]: Code };

/** What was thrown in place of an answer. */
export const failureSchema = z.object({
  code: z.enum(codes),
  message: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

export type Failure = z.infer<typeof failureSchema>;

/** Anything that was thrown, as a recording keeps it; `fallback` is the code of what has none. */
export function failureOf(thrown: unknown, fallback: ErrorCode): Failure {
  return {
    code: codeOf(thrown, fallback),
    message: messageOf(thrown),
    facts: thrown instanceof DeskError ? { ...thrown.facts } : {},
  };
}

/** The error that a recording keeps, to be thrown again. */
export function errorOf({ code, message, facts }: Failure): DeskError {
  return new DeskError(code, message, { facts });
}

import { codeOf, messageOf } from "#core/errors.ts";

/** Why something that was asked of a model came to nothing. */
export interface WhyNot {
  readonly reason: "timeout" | "budget" | "model_error";
  readonly message: string;
}

/** Reads it off what was thrown: the deadline where it has passed, since what that ends throws all kinds of things. */
export function whyNot(thrown: unknown, deadline: AbortSignal | undefined): WhyNot {
  if (deadline?.aborted) return { reason: "timeout", message: messageOf(deadline.reason) };
  const message = messageOf(thrown);
  const code = codeOf(thrown, "model");
  return { reason: code === "timeout" || code === "budget" ? code : "model_error", message };
}

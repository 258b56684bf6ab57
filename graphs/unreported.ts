import { codeOf } from "#core/errors.ts";
import { type WhyNot, whyNot } from "./why-not.ts";

/** There is nothing to show, though nothing else threw. */
export class Unreported extends Error {
  readonly reason: "no_data" | "bad_tool_call" | "no_report" | "model_error";

  constructor(reason: Unreported["reason"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** Why there is a gap. */
export interface GapReason {
  readonly reason: WhyNot["reason"] | Unreported["reason"];
  readonly message: string;
}

/**
 * Why there is a gap.
 *
 * @throws what was thrown when it is a mistake in the settings: every other call would fail of it too
 */
export function reasonOf(thrown: unknown, deadline: AbortSignal | undefined): GapReason {
  if (!deadline?.aborted) {
    if (thrown instanceof Unreported) return { reason: thrown.reason, message: thrown.message };
    if (codeOf(thrown, "model") === "configuration") throw thrown;
  }
  return whyNot(thrown, deadline);
}

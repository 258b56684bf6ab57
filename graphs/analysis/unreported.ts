import { codeOf } from "#core/errors.ts";
import type { Gap } from "#core/report.ts";
import { whyNot } from "../why-not.ts";

/** There is nothing to show, though nothing else threw. */
export class Unreported extends Error {
  readonly reason: Gap["reason"];

  constructor(reason: Gap["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Why there is a gap.
 *
 * @throws what was thrown when it is a mistake in the settings: every other call would fail of it too
 */
export function reasonOf(
  thrown: unknown,
  deadline: AbortSignal | undefined,
): Pick<Gap, "reason" | "message"> {
  if (!deadline?.aborted) {
    if (thrown instanceof Unreported) return { reason: thrown.reason, message: thrown.message };
    if (codeOf(thrown, "model") === "configuration") throw thrown;
  }
  return whyNot(thrown, deadline);
}

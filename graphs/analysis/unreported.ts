import { codeOf, messageOf } from "#core/errors.ts";
import type { Gap } from "#core/report.ts";

/** There is nothing to show, though nothing else threw. */
export class Unreported extends Error {
  readonly reason: Gap["reason"];

  constructor(reason: Gap["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Why there is a gap: the deadline where it has passed, since what it ends throws all kinds of things.
 *
 * @throws what was thrown when it is a mistake in the settings: every other call would fail of it too
 */
export function reasonOf(
  thrown: unknown,
  deadline: AbortSignal | undefined,
): Pick<Gap, "reason" | "message"> {
  if (deadline?.aborted) return { reason: "timeout", message: messageOf(deadline.reason) };
  const message = messageOf(thrown);
  if (thrown instanceof Unreported) return { reason: thrown.reason, message };
  switch (codeOf(thrown, "model")) {
    case "configuration":
      throw thrown;
    case "timeout":
      return { reason: "timeout", message };
    case "budget":
      return { reason: "budget", message };
    default:
      return { reason: "model_error", message };
  }
}

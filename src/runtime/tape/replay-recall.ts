import type { Recall } from "#core/ports.ts";
import { errorOf } from "./failure.ts";
import type { Recalled } from "./lines.ts";
import type { Refusal } from "./refusal.ts";

/** A memory that tells what the recorded run was told. */
export function replayRecall(recalled: Recalled | undefined, refusal: Refusal): Recall {
  return async () => {
    if (recalled === undefined) {
      return refusal.refuse("the recorded run did not ask how its decisions turned out");
    }
    if ("failure" in recalled.outcome) throw errorOf(recalled.outcome.failure);
    return recalled.outcome.value;
  };
}

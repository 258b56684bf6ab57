import type { Recall } from "#core/ports.ts";
import { failureOf } from "./failure.ts";
import type { Recorder } from "./recorder.ts";

/** A memory that keeps what it told: another run adds to it, and a replay must be told the same. */
export function recordingRecall(inner: Recall, recorder: Recorder): Recall {
  return async (question, options) => {
    const keep = recorder.begin();
    try {
      const value = await inner(question, options);
      keep({ type: "recalled", outcome: { value } });
      return value;
    } catch (thrown) {
      keep({ type: "recalled", outcome: { failure: failureOf(thrown, "storage") } });
      throw thrown;
    }
  };
}

import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { deltaChannelHistoryTests, specTest } from "@langchain/langgraph-checkpoint-validation";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

/**
 * LangGraph's own suite for savers of checkpoints, and its optional part. It is written for a runner whose
 * functions are global, and for tests that run in the order in which they stand.
 *
 * @param make gives a saver
 * @param clear takes all checkpoints away
 */
export function describeCheckpointSaver(
  name: string,
  make: () => BaseCheckpointSaver,
  clear: () => Promise<void>,
): void {
  const globals = { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it };
  for (const [global, value] of Object.entries(globals)) vi.stubGlobal(global, value);
  afterAll(() => {
    vi.unstubAllGlobals();
  });
  describe("LangGraph's validation", { shuffle: false }, () => {
    const initializer = {
      checkpointerName: name,
      createCheckpointer: make,
      destroyCheckpointer: clear,
    };
    specTest(initializer);
    deltaChannelHistoryTests(initializer);
  });
}

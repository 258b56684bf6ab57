import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    sequence: { shuffle: true },
    // No test changes a module, so files may share what they have imported: half the time.
    isolate: false,
    // By default one core is left idle, and many tests wait for processes of their own. No test asserts a
    // time that a busy machine would break.
    maxWorkers: availableParallelism() + 1,
    // Servers under test talk a lot; what they say matters when a test fails.
    silent: "passed-only",
    testTimeout: 20_000,
  },
});

import { describe, expect, it, onTestFinished } from "vitest";
import { createStrategyRunner } from "#runtime/sandbox/strategy-runner.ts";
import { taskOf, wave } from "../../contracts/strategy-runner.ts";

const MIB = 2 ** 20;
const HOLDS = `const kept = [];
  for (let i = 0; i < 48; i++) kept.push(new Float64Array(1 << 17).fill(i + 1));
  function execute_trade() { return 0; }`;
const BURSTS = `const kept = [];
  function execute_trade() { for (;;) kept.push(new Float64Array(1 << 17).fill(1)); }`;

describe("the memory of a strategy", () => {
  it("is there again after it, whether it ended by itself or was ended", async () => {
    const runner = createStrategyRunner({ workers: 1 });
    onTestFinished(() => runner.close());
    const round = async () => {
      await runner.run(taskOf(HOLDS, { bars: wave(2) }));
      await runner.run(taskOf(BURSTS, { bars: wave(2), timeLimitMs: 20_000 })).catch(() => {});
      return process.memoryUsage().rss;
    };
    await round();
    const first = await round();
    for (let i = 0; i < 2; i += 1) await round();
    // Kept, it would be another 3 x (48 + 64) MiB.
    expect((await round()) - first).toBeLessThan(200 * MIB);
  });
});

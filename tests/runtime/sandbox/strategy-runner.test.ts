import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { createStrategyRunner } from "#runtime/sandbox/strategy-runner.ts";
import { describeStrategyRunner, taskOf } from "../../contracts/strategy-runner.ts";

describeStrategyRunner("the sandbox", createStrategyRunner);

describe("the sandbox's workers", () => {
  it("let the process end when nothing runs, and not before", async () => {
    const task = taskOf("function execute_trade() { return 1; }");
    const script = `
      const { createStrategyRunner } = await import("#runtime/sandbox/strategy-runner.ts");
      const runner = createStrategyRunner({ workers: 2 });
      void runner.run(${JSON.stringify(task)}).then(({ engine }) => process.stdout.write(engine));
      void runner.warm(2);`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: new URL("../../../", import.meta.url),
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => {
      child.kill();
    });
    const ended = new Promise((resolve) => child.on("close", resolve));
    expect(await text(child.stdout)).toMatch(/^quickjs-wasi \d/);
    expect(await ended).toBe(0);
  });

  it("are killed when a strategy is deep in the engine and does not notice its time", async () => {
    const runner = createStrategyRunner({ workers: 1 });
    onTestFinished(() => runner.close());
    const code = "function execute_trade() { return new Array(1e9).join('').length; }";
    const refused = runner.run(taskOf(code, { timeLimitMs: 50 }));
    await expect(refused).rejects.toMatchObject({ facts: { kind: "timeout" } });
  });

  it("are never more than asked for", async () => {
    const runner = createStrategyRunner({ workers: 1 });
    onTestFinished(() => runner.close());
    await runner.warm(6);
    const ended: string[] = [];
    const busy = "function execute_trade() { for (let i = 0; i < 1e5; i++); return 1; }";
    const idle = "function execute_trade() { return 1; }";
    await Promise.all(
      [busy, idle, idle].map(async (code, place) => {
        await runner.run(taskOf(code));
        ended.push(String(place));
      }),
    );
    expect(ended.join()).toBe("0,1,2");
  });
});

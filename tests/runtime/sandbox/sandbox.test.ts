import { expect, it, onTestFinished } from "vitest";
import { Sandbox } from "#runtime/sandbox/sandbox.ts";
import { taskOf } from "../../contracts/strategy-runner.ts";

const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

it("a sandbox that breaks says so, and is used no more", async () => {
  const sandbox = new Sandbox(await WebAssembly.compile(EMPTY_MODULE));
  onTestFinished(() => sandbox.end());
  await sandbox.ready();
  expect(sandbox.isOver).toBe(false);
  const task = taskOf("function execute_trade() { return 1; }");
  await expect(sandbox.run(task, new AbortController().signal)).rejects.toMatchObject({
    code: "strategy",
    message: expect.stringMatching(/sandbox has stopped: \S/),
    facts: { kind: "stopped" },
  });
  expect(sandbox.isOver).toBe(true);
});

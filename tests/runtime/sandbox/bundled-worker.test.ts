import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import { timeOf } from "#core/backtest/bars.ts";
import type { SandboxTask } from "#runtime/sandbox/messages.ts";
import { quickjsModule } from "#runtime/sandbox/quickjs-module.ts";
import { freshBundle } from "../../../bin/bundle.js";
import { taskOf } from "../../contracts/strategy-runner.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

it("the bundle has the sandbox's worker in one file, which needs nothing beside it", async () => {
  const main = await freshBundle(join(import.meta.dirname, "../../.."));
  const alone = join(await temporaryFolder(), "worker.mjs");
  await copyFile(join(dirname(main), "sandbox-worker.mjs"), alone);
  const worker = new Worker(alone, { workerData: await quickjsModule() });
  onTestFinished(async () => {
    await worker.terminate();
  });
  const replies: unknown[] = [];
  const answered = new Promise((resolve, reject) => {
    worker.on("error", reject);
    worker.on("message", (reply) => replies.push(reply) === 2 && resolve(reply));
  });
  const strategy = taskOf("function execute_trade() { return 1; }");
  const task: SandboxTask = { ...strategy, times: strategy.bars.dates.map(timeOf) };
  worker.postMessage(task);
  await answered;
  expect(replies).toMatchObject(["ready", { run: { warnings: [] } }]);
});

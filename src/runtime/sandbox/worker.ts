import { parentPort, workerData } from "node:worker_threads";
import { messageOf } from "#core/errors.ts";
import { StrategyFault } from "./fault.ts";
import { guestText } from "./guest-text.ts";
import type { SandboxReply, SandboxTask } from "./messages.ts";
import { runInGuest } from "./run-in-guest.ts";

const quickjs: WebAssembly.Module = workerData;

function say(reply: SandboxReply): void {
  parentPort?.postMessage(reply);
}

parentPort?.on("message", async (task: SandboxTask) => {
  try {
    say({ run: await runInGuest(quickjs, task) });
  } catch (thrown) {
    const { fault } =
      thrown instanceof StrategyFault
        ? thrown
        : new StrategyFault("stopped", guestText(messageOf(thrown), null));
    say({ fault });
  }
});
say("ready");

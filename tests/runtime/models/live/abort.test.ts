import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { createProvider } from "#runtime/models/live/provider.ts";
import { eventText, refuse, startChatStub } from "../../../helpers/chat-completions-stub.ts";
import { KEY, openProvider } from "../../../helpers/live-provider.ts";

const CHUNK = { id: "chatcmpl-0", choices: [{ index: 0, delta: { content: "Apple " } }] };

/** Aborts a call and tells what it ended with. No timer here ends before the test would. */
async function abort(call: Promise<unknown>, controller: AbortController) {
  const reason = new Error("enough");
  controller.abort(reason);
  const thrown = await call.catch((error: unknown) => error);
  return { thrown, reason };
}

describe("an aborted call", () => {
  it("ends while it waits to ask again", async () => {
    const { origin, seen } = await startChatStub((response) =>
      refuse(response, 429, { "retry-after": "50" }),
    );
    const provider = createProvider({ baseUrl: `${origin}/v1`, apiKey: KEY });
    onTestFinished(() => provider.close());
    const controller = new AbortController();
    const call = provider.model("m").invoke("?", { signal: controller.signal });
    call.catch(() => {});
    await expect.poll(() => seen.length).toBe(1);
    // Time for the refusal to arrive and the wait to begin.
    await delay(20);
    const { thrown, reason } = await abort(call, controller);
    expect(thrown).toBe(reason);
    expect(seen).toHaveLength(1);
  });

  it("ends while it waits for its turn, and asks nothing", async () => {
    const { origin, seen } = await startChatStub(() => true);
    const { model } = openProvider(origin, { maxConcurrency: 1 });
    model.invoke("first").catch(() => {});
    await expect.poll(() => seen.length).toBe(1);
    const controller = new AbortController();
    const call = model.invoke("second", { signal: controller.signal });
    call.catch(() => {});
    const { thrown, reason } = await abort(call, controller);
    expect(thrown).toBe(reason);
    expect(seen).toHaveLength(1);
  });

  it.each(["before its answer", "within its answer"])(
    "ends %s, and its request too",
    async (when) => {
      const hungUp = Promise.withResolvers<void>();
      const { origin, seen } = await startChatStub((response) => {
        response.once("close", hungUp.resolve);
        if (when === "within its answer") {
          response.writeHead(200, { "content-type": "text/event-stream" }).write(eventText(CHUNK));
        }
        return true;
      });
      const begun = Promise.withResolvers<void>();
      const controller = new AbortController();
      const call = openProvider(origin).model.invoke("?", {
        signal: controller.signal,
        callbacks: [{ handleLLMNewToken: () => begun.resolve() }],
      });
      call.catch(() => {});
      if (when === "within its answer") await begun.promise;
      else await expect.poll(() => seen.length).toBe(1);
      const { thrown, reason } = await abort(call, controller);
      expect(thrown).toBe(reason);
      await hungUp.promise;
      expect(seen).toHaveLength(1);
    },
  );
});

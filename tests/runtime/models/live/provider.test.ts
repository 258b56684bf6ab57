import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createProvider } from "#runtime/models/live/provider.ts";
import {
  answer,
  refuse,
  startChatStub,
  streamText,
} from "../../../helpers/chat-completions-stub.ts";
import { failureOf, KEY, openProvider } from "../../../helpers/live-provider.ts";

describe("a provider", () => {
  it("is asked under its base URL, with its key, the model's name, a stream and its usage", async () => {
    const { origin, seen } = await startChatStub();
    await openProvider(origin).model.invoke("What of AAPL?");
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      path: "/v1/chat/completions",
      headers: { authorization: `Bearer ${KEY}` },
      body: {
        model: "some-model",
        messages: [{ role: "user", content: "What of AAPL?" }],
        stream: true,
        stream_options: { include_usage: true },
      },
    });
  });

  it("keeps the query of its base URL, and minds no slash at its end", async () => {
    const { origin, seen } = await startChatStub();
    const provider = createProvider({ baseUrl: `${origin}/v2/?version=3`, apiKey: KEY });
    onTestFinished(() => provider.close());
    await provider.model("m").invoke("?");
    expect(seen[0]?.path).toBe("/v2/chat/completions?version=3");
  });

  it("is asked over its own connections only, which are kept and know one host", async () => {
    const { origin, connections } = await startChatStub();
    const fetchAnything = vi.spyOn(globalThis, "fetch");
    onTestFinished(() => fetchAnything.mockRestore());
    const { model } = openProvider(origin);
    for (let count = 0; count < 10; count += 1) await model.invoke("?");
    await model.getNumTokens("How many?");
    expect(fetchAnything).not.toHaveBeenCalled();
    expect(connections.count).toBeLessThanOrEqual(2);
  });

  it("takes no more requests at once than allowed, whichever model they are for", async () => {
    let inFlight = 0;
    let most = 0;
    const { origin } = await startChatStub((response, attempt) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      setTimeout(() => {
        inFlight -= 1;
        answer(response, streamText({ attempt }));
      }, 5);
      return true;
    });
    const { provider } = openProvider(origin, { maxConcurrency: 2 });
    const models = [provider.model("a"), provider.model("b"), provider.model("c")];
    await Promise.all([...models, ...models].map((model) => model.invoke("?")));
    expect(most).toBe(2);
  });

  it("takes as many requests as its rate allows, each attempt one, and waits outside of its time", async () => {
    let taken = 0;
    const rate = {
      take: async () => {
        taken += 1;
        await delay(60);
      },
    };
    const { origin, seen } = await startChatStub((response, attempt) =>
      attempt === 1 ? refuse(response, 429) : answer(response, streamText({ attempt })),
    );
    const { model } = openProvider(origin, { rate, maxConcurrency: 1, requestTimeoutMs: 100 });
    await Promise.all([model.invoke("?"), model.invoke("?")]);
    expect(seen).toHaveLength(3);
    expect(taken).toBe(3);
  });

  it.each(["key with spaces", "key\nX-Other: 1", "schlüssel", ""])(
    "is not opened with the key %j, which is not repeated",
    (apiKey) => {
      const open = () => createProvider({ baseUrl: null, apiKey });
      expect(open).toThrow(/OPENAI_API_KEY/);
      if (apiKey !== "") expect(open).not.toThrow(apiKey);
    },
  );

  it("is not opened with a password in its address, which is not repeated", () => {
    const open = () =>
      createProvider({ baseUrl: "https://user:canary@host.example/v1", apiKey: KEY });
    expect(open).toThrow(/OPENAI_BASE_URL/);
    expect(open).not.toThrow(/canary/);
  });

  it("ends every call when it is closed, also one that waits", async () => {
    const arrived = Promise.withResolvers<void>();
    const { origin } = await startChatStub(() => {
      arrived.resolve();
      return true;
    });
    const { provider, model } = openProvider(origin, { maxConcurrency: 1 });
    const calls = [failureOf(model.invoke("?")), failureOf(model.invoke("?"))];
    await arrived.promise;
    await provider.close();
    const closed = await Promise.all([...calls, failureOf(model.invoke("?"))]);
    expect(closed.map(({ code }) => code)).toEqual(["interrupted", "interrupted", "interrupted"]);
  });
});

describe("a provider that cannot be reached", () => {
  it("is a wrong address at once when it has never answered", async () => {
    const { model, waits } = openProvider("http://127.0.0.1:1");
    const error = await failureOf(model.invoke("?"));
    expect(error.code).toBe("configuration");
    expect(error.message).toContain("OPENAI_BASE_URL");
    expect(error.facts).toMatchObject({ kind: "wrong_base_url", attempts: 1 });
    expect(waits).toEqual([]);
  });

  it("is asked again when it has answered before", async () => {
    const { origin, stop } = await startChatStub((response) => {
      stop();
      return refuse(response, 500, { connection: "close" });
    });
    const { model } = openProvider(origin);
    const error = await failureOf(model.invoke("?"));
    expect(error.code).toBe("model");
    expect(error.facts).toMatchObject({ kind: "unreachable", attempts: 4 });
  });
});

describe("a provider whose circuit is open", () => {
  it("is spared by every model, until one call finds it well again", async () => {
    const time = { now: 0 };
    let well = false;
    const { origin, seen } = await startChatStub((response) => !well && refuse(response, 500));
    const { provider, model } = openProvider(origin, { clock: { now: () => time.now } });
    for (let count = 0; count < 5; count += 1) await failureOf(model.invoke("?"));
    expect(seen).toHaveLength(20);

    const error = await failureOf(provider.model("another").invoke("?"));
    expect(error.code).toBe("model");
    expect(error.message).toContain("its last 5 calls failed. It is asked again in 15 s.");
    expect(error.facts).toMatchObject({ kind: "circuit_open", attempts: 0 });
    expect(seen).toHaveLength(20);

    well = true;
    time.now += 15_000;
    expect((await model.invoke("?")).text).toBe("Apple looks fine.");
    expect((await model.invoke("?")).text).toBe("Apple looks fine.");
  });

  it("is spared of one model alone where models are apart", async () => {
    const { origin } = await startChatStub((response, _attempt, { body }) => {
      return body.model === "some-model" && refuse(response, 500);
    });
    const { provider, model } = openProvider(origin, { apart: true });
    for (let count = 0; count < 5; count += 1) await failureOf(model.invoke("?"));
    const error = await failureOf(model.invoke("?"));
    expect(error.message).toContain("some-model is not asked: its last 5 calls failed.");
    expect((await provider.model("another").invoke("?")).text).toBe("Apple looks fine.");
  });

  it("stays closed over one short outage that all six analysts meet", async () => {
    const { origin } = await startChatStub(
      (response, attempt) => attempt <= 6 && refuse(response, 503),
    );
    const { model } = openProvider(origin);
    const answers = await Promise.all(Array.from({ length: 6 }, () => model.invoke("?")));
    expect(answers.map(({ text }) => text)).toEqual(Array(6).fill("Apple looks fine."));
  });

  it("stays closed over refusals for going too fast", async () => {
    const { origin, seen } = await startChatStub((response) => refuse(response, 429));
    const { model } = openProvider(origin);
    for (let count = 0; count < 6; count += 1) await failureOf(model.invoke("?"));
    expect(seen).toHaveLength(24);
  });
});

import type { ServerResponse } from "node:http";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createLiveModel } from "#runtime/models/live.ts";
import { startChatStub } from "../../helpers/chat-completions-stub.ts";

function open(origin: string) {
  const live = createLiveModel({ name: "some-model", apiKey: "key-1", baseUrl: `${origin}/v1` });
  onTestFinished(() => live.close());
  return live.model;
}

async function collected<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const chunks: T[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

function rateLimited(response: ServerResponse, headers: Record<string, string>): true {
  response.writeHead(429, headers).end('{"error":{"message":"slow down"}}');
  return true;
}

describe("a live model", () => {
  it("asks the endpoint under its base URL, with its key and its name", async () => {
    const { origin, seen } = await startChatStub();
    await open(origin).invoke("What of AAPL?");
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      path: "/v1/chat/completions",
      headers: { authorization: "Bearer key-1" },
      body: { model: "some-model", messages: [{ role: "user", content: "What of AAPL?" }] },
    });
  });

  it("gives the text and the tokens of a whole answer", async () => {
    const { origin } = await startChatStub();
    const answer = await open(origin).invoke("What of AAPL?");
    expect(answer.text).toBe("Apple looks fine.");
    expect(answer).toMatchObject({ usage_metadata: { input_tokens: 11, output_tokens: 3 } });
  });

  it("gives a streamed answer piece by piece, and its tokens last", async () => {
    const { origin, seen } = await startChatStub();
    const chunks = await collected(await open(origin).stream("What of AAPL?"));
    expect(seen[0]?.body).toMatchObject({ stream: true });
    const pieces = chunks.map(({ text }) => text).filter((text) => text !== "");
    expect(pieces).toEqual(["Apple ", "looks ", "fine."]);
    const usages = chunks.flatMap(({ usage_metadata: usage }) => usage ?? []);
    expect(usages).toMatchObject([{ input_tokens: 11, output_tokens: 3 }]);
  });

  it("keeps the id of each completion, so that answers at once are told apart", async () => {
    const { origin } = await startChatStub();
    const model = open(origin);
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, async () => [await model.invoke("?")]),
      ...Array.from({ length: 3 }, async () => collected(await model.stream("?"))),
    ]);
    const ids = answers.map((chunks) => [...new Set(chunks.flatMap(({ id }) => id ?? []))]);
    expect(ids.sort()).toEqual([1, 2, 3, 4, 5, 6].map((count) => [`chatcmpl-${count}`]));
  });

  it("asks again after a 429 that names a time", async () => {
    const { origin, seen } = await startChatStub(
      (response, attempt) => attempt < 3 && rateLimited(response, { "retry-after": "0.01" }),
    );
    expect((await open(origin).invoke("?")).text).toBe("Apple looks fine.");
    expect(seen).toHaveLength(3);
  });

  it("gives up on a 429 after four attempts", async () => {
    const { origin, seen } = await startChatStub((response) =>
      rateLimited(response, { "retry-after": "0.01" }),
    );
    await expect(open(origin).invoke("?")).rejects.toThrow("429 slow down");
    expect(seen).toHaveLength(4);
  });

  it.each([301, 307])("refuses a redirect (%i): the prompt goes nowhere else", async (status) => {
    const elsewhere = await startChatStub();
    const { origin, seen } = await startChatStub((response) => {
      response.writeHead(status, { location: `${elsewhere.origin}/v1/chat/completions` }).end();
      return true;
    });
    await expect(open(origin).invoke("?")).rejects.toThrow(String(status));
    expect(seen).toHaveLength(1);
    expect(elsewhere.seen).toEqual([]);
  });

  it("asks over its own connections only, which know one host", async () => {
    const { origin } = await startChatStub();
    const fetchAnything = vi.spyOn(globalThis, "fetch");
    onTestFinished(() => fetchAnything.mockRestore());
    const model = open(origin);
    await model.invoke("?");
    await collected(await model.stream("?"));
    expect(fetchAnything).not.toHaveBeenCalled();
  });

  it.each(["invoke", "stream"] as const)("ends %s, and its request, when aborted", async (way) => {
    const arrived = Promise.withResolvers<void>();
    const hungUp = Promise.withResolvers<void>();
    const { origin, seen } = await startChatStub((response) => {
      response.once("close", hungUp.resolve);
      arrived.resolve();
      return true;
    });
    const controller = new AbortController();
    const asked = open(origin)
      [way]("?", { signal: controller.signal })
      .catch((error) => error);
    await arrived.promise;
    controller.abort();
    expect(await asked).toBeInstanceOf(Error);
    await hungUp.promise;
    expect(seen).toHaveLength(1);
  });

  it("has no connection left to ask over once it is closed", async () => {
    const { origin, seen } = await startChatStub();
    const live = createLiveModel({ name: "m", apiKey: "k", baseUrl: `${origin}/v1` });
    await live.close();
    const signal = AbortSignal.timeout(50);
    await expect(live.model.invoke("?", { signal })).rejects.toThrow();
    expect(seen).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { createTraceTransport } from "#runtime/tracing.ts";

/** Answers each request with the next of these, the last for ever; counts the requests. */
function answering(...answers: readonly (() => Response | Promise<Response>)[]) {
  const seen: RequestInit[] = [];
  const fetch: typeof globalThis.fetch = async (_, init = {}) => {
    seen.push(init);
    const answer = answers[Math.min(seen.length, answers.length) - 1];
    if (answer === undefined) throw new Error("no answer");
    return answer();
  };
  return { fetch, seen };
}

const ok = () => Response.json({ version: "1" });
const status = (code: number) => () => new Response("no", { status: code });
const url = "http://langsmith.test/runs/multipart";

describe("the transport of traces", () => {
  it("passes an answer on", async () => {
    const transport = createTraceTransport(answering(ok).fetch);
    expect(await (await transport.fetch(url)).json()).toEqual({ version: "1" });
    expect(transport.failure()).toBeNull();
  });

  it.each([408, 425, 429, 500, 503])("asks again after %d", async (code) => {
    const { fetch, seen } = answering(status(code), ok);
    const transport = createTraceTransport(fetch, { waitsMs: [0] });
    await transport.fetch(url);
    expect(seen).toHaveLength(2);
    expect(transport.failure()).toBeNull();
  });

  it("asks again after a broken connection", async () => {
    const broken = () => Promise.reject(new TypeError("fetch failed"));
    const transport = createTraceTransport(answering(broken, ok).fetch, { waitsMs: [0] });
    await transport.fetch(url);
    expect(transport.failure()).toBeNull();
  });

  it("gives up after its last attempt, and asks no more for anything", async () => {
    const { fetch, seen } = answering(status(503));
    const transport = createTraceTransport(fetch, { waitsMs: [0, 0] });
    expect((await transport.fetch(url)).ok).toBe(true);
    expect(seen).toHaveLength(3);
    expect(transport.failure()).toBe("it answered with 503");
    expect((await transport.fetch(url)).ok).toBe(true);
    expect(seen).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 422])("does not ask again after %d", async (code) => {
    const { fetch, seen } = answering(status(code), ok);
    const transport = createTraceTransport(fetch, { waitsMs: [0] });
    expect((await transport.fetch(url)).ok).toBe(true);
    expect(seen).toHaveLength(1);
    expect(transport.failure()).toBe(`it answered with ${code}`);
  });

  it("follows no redirect: the key goes where it was sent", async () => {
    const { fetch, seen } = answering(status(302), ok);
    const transport = createTraceTransport(fetch, { waitsMs: [0] });
    await transport.fetch(url);
    expect(seen).toEqual([expect.objectContaining({ redirect: "manual" })]);
    expect(transport.failure()).toBe("it answered with 302");
  });

  it("takes what was there already for delivered", async () => {
    const transport = createTraceTransport(answering(status(409)).fetch, { waitsMs: [] });
    expect((await transport.fetch(url)).ok).toBe(true);
    expect(transport.failure()).toBeNull();
  });

  it("takes an answer without a body for one, and HTML for none", async () => {
    const empty = createTraceTransport(answering(() => new Response("")).fetch);
    await empty.fetch(url);
    expect(empty.failure()).toBeNull();
    const page = createTraceTransport(answering(() => new Response("<html>")).fetch);
    expect(await (await page.fetch(url)).json()).toEqual({});
    expect(page.failure()).toBe("its answer is no JSON");
  });

  it.each([
    ["a text", () => "a key"],
    ["bytes", () => new TextEncoder().encode("a key")],
    ["a blob", () => new Blob(["a ", "key"])],
    ["a stream", () => new Blob(["a ", "key"]).stream()],
  ])("cleans %s before it is sent, also when it is sent again", async (_, body) => {
    const { fetch, seen } = answering(status(503), ok);
    const clean = (text: string) => text.replace("key", "…");
    const transport = createTraceTransport(fetch, { clean, waitsMs: [0] });
    await transport.fetch(url, { method: "POST", body: body() });
    expect(seen.map((init) => init.body)).toEqual(["a …", "a …"]);
  });

  it("sends nothing that it cannot read", async () => {
    const { fetch, seen } = answering(ok);
    const transport = createTraceTransport(fetch);
    const headers = { "content-encoding": "gzip" };
    expect((await transport.fetch(url, { method: "POST", headers, body: "packed" })).ok).toBe(true);
    expect(seen).toEqual([]);
    expect(transport.failure()).toBe("it could not be cleared of keys");
  });

  it("answers at once what is on its way when told to give up", async () => {
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const transport = createTraceTransport(fetch);
    const answer = transport.fetch(url);
    transport.giveUp("too late");
    expect((await answer).ok).toBe(true);
    expect(transport.failure()).toBe("too late");
  });
});

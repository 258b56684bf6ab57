import { describe, expect, it } from "vitest";
import { createProvider } from "#runtime/models/live/provider.ts";
import {
  type InPlace,
  promptOf,
  refuse,
  startChatStub,
} from "../../../helpers/chat-completions-stub.ts";
import { failureOf, KEY, openProvider } from "../../../helpers/live-provider.ts";

const TEXT = "Apple looks fine.";

/** Refuses the first request of each prompt. */
function refusingOnce(status: number, headers: Record<string, string> = {}): InPlace {
  const known = new Set<string>();
  return (response, _attempt, request) => {
    const prompt = promptOf(request);
    if (known.has(prompt)) return false;
    known.add(prompt);
    return refuse(response, status, headers);
  };
}

describe("a call that is refused once", () => {
  it("recovers from a 429, 100 times of 100", async () => {
    const { origin, seen } = await startChatStub(refusingOnce(429));
    const { model, waits } = openProvider(origin);
    const prompts = Array.from({ length: 100 }, (_, index) => `prompt ${index}`);
    const answers = await Promise.all(prompts.map((prompt) => model.invoke(prompt)));
    expect(answers.filter(({ text }) => text === TEXT)).toHaveLength(100);
    expect(seen).toHaveLength(200);
    expect(waits).toHaveLength(100);
    for (const ms of waits) expect(ms).toBeLessThanOrEqual(500);
  });

  it.each([408, 409, 429, 500, 502, 503, 504, 529])("recovers from a %i", async (status) => {
    const { origin, seen } = await startChatStub(refusingOnce(status));
    expect((await openProvider(origin).model.invoke("?")).text).toBe(TEXT);
    expect(seen).toHaveLength(2);
  });

  const inFiveSeconds = () => new Date(Date.now() + 5_000).toUTCString();
  it.each(
    [429, 503].flatMap((status) => [
      { status, headers: () => ({ "retry-after": "7" }), least: 7_000, most: 7_500 },
      { status, headers: () => ({ "retry-after-ms": "1234" }), least: 1_234, most: 1_734 },
      // A date has whole seconds: the moment it names may be up to one nearer.
      { status, headers: () => ({ "retry-after": inFiveSeconds() }), least: 4_000, most: 5_500 },
    ]),
  )(
    "waits at least as long as a $status asks for ($least ms)",
    async ({ status, headers, least, most }) => {
      const { origin } = await startChatStub(refusingOnce(status, headers()));
      const { model, waits } = openProvider(origin);
      await model.invoke("?");
      expect(waits).toHaveLength(1);
      expect(waits[0]).toBeGreaterThanOrEqual(least);
      expect(waits[0]).toBeLessThanOrEqual(most);
    },
  );

  it("does not come back early by the real clock", async () => {
    const asked = 30;
    const answeredAt: number[] = [];
    const { origin, seen } = await startChatStub((response, attempt) => {
      if (attempt % 2 === 0) return false;
      answeredAt.push(performance.now());
      return refuse(response, 429, { "retry-after-ms": String(asked) });
    });
    const provider = createProvider({ baseUrl: `${origin}/v1`, apiKey: KEY, random: () => 0 });
    for (let count = 0; count < 5; count += 1) await provider.model("m").invoke("?");
    await provider.close();
    const waited = answeredAt.map((at, index) => (seen[2 * index + 1]?.at ?? 0) - at);
    expect(waited).toHaveLength(5);
    expect(waited.filter((ms) => ms < asked)).toEqual([]);
  });

  it("holds no place while it waits", async () => {
    const { origin, seen } = await startChatStub(
      (response, attempt) => attempt === 1 && refuse(response, 429),
    );
    const waiting = Promise.withResolvers<void>();
    const resume = Promise.withResolvers<void>();
    const wait = () => {
      waiting.resolve();
      return resume.promise;
    };
    const { model } = openProvider(origin, { maxConcurrency: 1, wait });
    const first = model.invoke("first");
    await waiting.promise;
    await model.invoke("second");
    resume.resolve();
    await first;
    expect(seen.map(promptOf)).toEqual(["first", "second", "first"]);
  });
});

describe("a provider that asks to wait", () => {
  it.each([429, 503])("is asked by no other call in the meantime (%i)", async (status) => {
    const { origin, seen } = await startChatStub(
      (response, attempt) => attempt === 1 && refuse(response, status, { "retry-after": "7" }),
    );
    const time = { now: Date.now() };
    const waits: PromiseWithResolvers<void>[] = [];
    const asked: number[] = [];
    const wait = (ms: number) => {
      const waiting = Promise.withResolvers<void>();
      asked.push(ms);
      waits.push(waiting);
      return waiting.promise;
    };
    const { model } = openProvider(origin, {
      wait,
      random: () => 0,
      clock: { now: () => time.now },
    });
    const first = model.invoke("first");
    await expect.poll(() => asked).toEqual([7_000]);
    time.now += 3_000;
    const second = model.invoke("second");
    await expect.poll(() => asked).toEqual([7_000, 4_000]);
    expect(seen).toHaveLength(1);
    time.now += 4_000;
    for (const { resolve } of waits) resolve();
    await Promise.all([first, second]);
    expect(seen).toHaveLength(3);
    expect(asked).toHaveLength(2);
  });
});

describe("a call that is refused again and again", () => {
  it.each([408, 409, 429, 500, 503])("makes four requests with %i, and says so", async (status) => {
    const { origin, seen } = await startChatStub((response) => refuse(response, status));
    const error = await failureOf(openProvider(origin).model.invoke("?"));
    expect(seen).toHaveLength(4);
    expect(error.code).toBe("model");
    expect(error.facts).toMatchObject({ status, attempts: 4 });
    expect(error.message).toContain(`status ${status}: the stub refuses, 4 attempts`);
  });

  it.each<Record<string, string>>([
    { "retry-after": "61" },
    { "retry-after-ms": "61000" },
    { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() },
  ])("takes no wait of over a minute: %j", async (headers) => {
    const { origin, seen } = await startChatStub((response) => refuse(response, 429, headers));
    const { model, waits } = openProvider(origin);
    const error = await failureOf(model.invoke("?"));
    expect(seen).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(error.message).toMatch(/It asks to wait \d+ s, longer than the 60 s/);
  });
});

describe("a call that no repetition mends", () => {
  it.each([
    [400, null, "request_refused", "model"],
    [401, null, "key_refused", "configuration"],
    [402, null, "out_of_credit", "model"],
    [403, null, "key_refused", "configuration"],
    [404, null, "unknown_model", "configuration"],
    [422, null, "request_refused", "model"],
    [429, { type: "insufficient_quota", code: null, answer: null }, "out_of_credit", "model"],
    [429, "insufficient_quota", "out_of_credit", "model"],
  ])("makes one request with %i (%j)", async (status, errorCode, kind, code) => {
    const { origin, seen } = await startChatStub((response) =>
      refuse(
        response,
        status,
        {},
        typeof errorCode === "object"
          ? { message: "no", ...errorCode }
          : { message: "no", code: errorCode },
      ),
    );
    const { model, waits } = openProvider(origin);
    const error = await failureOf(model.invoke("?"));
    expect(seen).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(error.code).toBe(code);
    expect(error.facts).toMatchObject({ kind, status, attempts: 1 });
  });

  it.each([301, 302, 307, 308])(
    "follows no redirect (%i): the prompt goes nowhere else",
    async (status) => {
      const elsewhere = await startChatStub();
      const { origin, seen } = await startChatStub((response) => {
        response.writeHead(status, { location: `${elsewhere.origin}/v1/chat/completions` }).end();
        return true;
      });
      const error = await failureOf(openProvider(origin).model.invoke("?"));
      expect(error.code).toBe("configuration");
      expect(error.message).toContain("OPENAI_BASE_URL");
      expect(seen).toHaveLength(1);
      expect(elsewhere.seen).toEqual([]);
    },
  );
});

import { describe, expect, it } from "vitest";
import { answer, refuse, startChatStub, streamText } from "../helpers/chat-completions-stub.ts";
import { startLangSmithRecorder } from "../helpers/langsmith-recorder.ts";
import { DEMO, NO_TRACE, OPENAI_KEY, traced } from "../helpers/traced.ts";

/** A model that repeats the key it was sent: in its answers, or else in its refusals. */
async function echoingModel(how: "answers" | "refuses") {
  const stub = await startChatStub((response, attempt, { headers }) => {
    const words = ["You sent ", `${headers.authorization}, "naïve" one.`];
    if (how === "refuses") return refuse(response, 400, {}, { message: words.join("") });
    return answer(response, streamText({ attempt, words }));
  });
  const env = { OPENAI_API_KEY: OPENAI_KEY, OPENAI_BASE_URL: `${stub.origin}/v1` };
  return { env, argv: [...DEMO, "--model", "echoing-model", "--analysts", "news"] };
}

describe("what LangSmith is sent of a model that repeats the key", () => {
  it("holds no key", async () => {
    const recorder = await startLangSmithRecorder({ gzip: true });
    const { env, argv } = await echoingModel("answers");
    const { stderr } = await traced(recorder.origin, argv, { env });
    const sent = recorder.requests.map(({ body }) => body).join("");
    expect(sent).toContain("You sent Bearer [redacted]");
    expect(sent).not.toContain(OPENAI_KEY);
    expect(stderr).not.toMatch(NO_TRACE);
    const parts = [...sent.matchAll(/; length=(\d+)\r\n\r\n([^\r]*)/g)];
    expect(parts.length).toBeGreaterThan(20);
    for (const [, length, data = ""] of parts) {
      expect(Buffer.byteLength(data)).toBe(Number(length));
    }
  });

  it.each(["LANGSMITH_HIDE_INPUTS", "LANGSMITH_HIDE_OUTPUTS"])(
    "holds none of its refusal's words with %s",
    async (name) => {
      const recorder = await startLangSmithRecorder();
      const { env, argv } = await echoingModel("refuses");
      await traced(recorder.origin, argv, { env: { ...env, [name]: "true" } });
      const errors = recorder.runs().flatMap(({ error }) => error ?? []);
      expect(errors).not.toEqual([]);
      expect(new Set(errors)).toEqual(new Set(["hidden"]));
    },
  );

  it("holds its refusal's words nowhere with both switches", async () => {
    const recorder = await startLangSmithRecorder();
    const { env, argv } = await echoingModel("refuses");
    const switches = { LANGSMITH_HIDE_INPUTS: "true", LANGSMITH_HIDE_OUTPUTS: "true" };
    await traced(recorder.origin, argv, { env: { ...env, ...switches } });
    const sent = recorder.requests.map(({ body }) => body).join("");
    expect(sent).toContain("hidden");
    expect(sent).not.toMatch(/You sent|naïve|node_modules/);
  });

  it("tells its refusal, without the key, where nothing is hidden", async () => {
    const recorder = await startLangSmithRecorder();
    const { env, argv } = await echoingModel("refuses");
    await traced(recorder.origin, argv, { env });
    const errors = recorder.runs().flatMap(({ error }) => error ?? []);
    expect(errors.join()).toContain("400");
    expect(recorder.requests.map(({ body }) => body).join("")).not.toContain(OPENAI_KEY);
  });
});

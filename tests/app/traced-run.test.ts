import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analystNames } from "#core/analyst.ts";
import { analysisResultSchema } from "#core/result.ts";
import { checkTrace } from "#core/trace-check.ts";
import { startChatStub, streamText } from "../helpers/chat-completions-stub.ts";
import {
  type LangSmithRecorder,
  spansOf,
  startLangSmithRecorder,
} from "../helpers/langsmith-recorder.ts";
import {
  DEMO,
  LANGSMITH_KEY,
  NO_TRACE,
  ONE_ANALYST,
  OPENAI_KEY,
  RULES,
  traced,
} from "../helpers/traced.ts";

/** An OpenAI-compatible endpoint that takes its time, and what points the program to it. */
async function slowModel(ms: number) {
  const stub = await startChatStub((response, attempt, { body }) => {
    const bytes = body.stream ? streamText({ attempt }) : JSON.stringify(wholeAnswer(attempt));
    const type = body.stream ? "text/event-stream" : "application/json";
    setTimeout(() => response.writeHead(200, { "content-type": type }).end(bytes), ms).unref();
    return true;
  });
  const env = { OPENAI_API_KEY: OPENAI_KEY, OPENAI_BASE_URL: `${stub.origin}/v1` };
  return { stub, env, argv: [...DEMO, "--model", "slow-model"] };
}

function wholeAnswer(attempt: number): object {
  const message = { role: "assistant", content: "Apple looks fine." };
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  const usage = { prompt_tokens: 11, completion_tokens: 3, total_tokens: 14 };
  return { id: `chatcmpl-${attempt}`, object: "chat.completion", created: 0, choices, usage };
}

/** Names of the runs directly beneath one, each once. */
function namesBeneath(recorder: LangSmithRecorder, name: string): string[] {
  const runs = recorder.runs();
  const parent = runs.find((run) => run.name === name);
  const beneath = runs.filter(({ parent_run_id }) => parent_run_id === parent?.id);
  return [...new Set(beneath.map((run) => run.name))];
}

/** Every file under a folder, as one text. */
async function everythingIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map((file) => readFile(join(file.parentPath, file.name), "utf8"));
  return (await Promise.all(texts)).join("\n");
}

describe("a traced run", () => {
  it("has dispatcher, analysts, tools and model calls as spans that prove the overlap", async () => {
    const recorder = await startLangSmithRecorder();
    const { env, argv } = await slowModel(200);
    const { stdout } = await traced(recorder.origin, argv, { env });
    const result = analysisResultSchema.parse(JSON.parse(stdout));
    const analysts = analystNames.map((name) => `${name}_analyst`);

    const checks = checkTrace(spansOf(recorder.runs()));
    expect(checks.map(({ claim, holds }) => `${claim}: ${holds}`)).toEqual([
      "there is a moment when all analysts are at work: true",
      "all analysts start within 1 s of the dispatcher's end: true",
      ...analysts.map((name) => `the tool calls of ${name} overlap: true`),
    ]);

    expect(namesBeneath(recorder, "analysis AAPL")).toEqual(
      expect.arrayContaining(["dispatcher", ...analysts, "merge", "portfolio_manager"]),
    );
    expect(namesBeneath(recorder, "portfolio_manager")).toEqual(["portfolio_manager_model"]);
    for (const { analyst, toolCalls } of result.reports) {
      const tools = toolCalls.map(({ tool }) => tool);
      expect(namesBeneath(recorder, `${analyst}_analyst`).sort()).toEqual(
        [...new Set([...tools, `${analyst}_analyst_model`])].sort(),
      );
    }
  });

  it.each([false, true])(
    "is sent whole before the process ends (compression offered: %s)",
    async (gzip) => {
      const recorder = await startLangSmithRecorder({ gzip });
      const { stdout, stderr, code } = await traced(recorder.origin, RULES);
      const result = analysisResultSchema.parse(JSON.parse(stdout));
      const runs = recorder.runs();
      expect(runs.filter(({ end_time }) => end_time == null)).toEqual([]);
      expect(runs.filter(({ run_type }) => run_type === "tool")).toHaveLength(
        result.reports.flatMap(({ toolCalls }) => toolCalls).length,
      );
      expect(runs.filter(({ run_type }) => run_type === "llm")).toHaveLength(9);
      expect(stderr).not.toMatch(NO_TRACE);
      expect(code).toBe(0);
    },
  );

  it("is sent also when Ctrl-C has ended the run", async () => {
    const recorder = await startLangSmithRecorder();
    const { env, argv } = await slowModel(60_000);
    const { code, stderr } = await traced(
      recorder.origin,
      argv.filter((argument) => argument !== "--quiet"),
      { env, stopAfter: "analysts: 6 start together" },
    );
    expect(stderr).not.toMatch(NO_TRACE);
    expect(code).toBe(130);
    const root = recorder.runs().find(({ parent_run_id }) => parent_run_id == null);
    expect(root).toMatchObject({ name: "analysis AAPL", error: expect.any(String) });
    expect(recorder.runs().map(({ name }) => name)).toContain("dispatcher");
  });

  it("keeps inputs and outputs to itself where LangSmith's own switches say so", async () => {
    const recorder = await startLangSmithRecorder();
    const env = { LANGSMITH_HIDE_INPUTS: "true", LANGSMITH_HIDE_OUTPUTS: "true" };
    await traced(recorder.origin, RULES, { env });
    const runs = recorder.runs();
    expect(runs.length).toBeGreaterThan(50);
    for (const { inputs, outputs } of runs) {
      expect(inputs ?? {}).toEqual({});
      expect(outputs ?? {}).toEqual({});
    }
    expect(recorder.requests.map(({ body }) => body).join()).not.toContain("AAPL:price.close");
  });

  it("shows inputs and outputs where nothing says otherwise", async () => {
    const recorder = await startLangSmithRecorder();
    await traced(recorder.origin, ONE_ANALYST);
    const quote = recorder.runs().find(({ name }) => name === "get_quote");
    expect(JSON.stringify(quote?.inputs)).toContain("AAPL");
    expect(JSON.stringify(quote?.outputs)).toContain("AAPL:quote.price");
  });

  it("holds no key, and neither does anything else that the run leaves behind", async () => {
    const recorder = await startLangSmithRecorder();
    const { stub, env, argv } = await slowModel(0);
    const { stdout, stderr, logsDir } = await traced(recorder.origin, argv, { env });
    expect(analysisResultSchema.parse(JSON.parse(stdout)).reports).toHaveLength(6);
    const left = [await everythingIn(logsDir), stdout, stderr];
    const sent = recorder.requests.flatMap(
      ({ route, body, headers: { "x-api-key": key, ...rest } }) => {
        expect(key).toBe(LANGSMITH_KEY);
        return [route, body, JSON.stringify(rest)];
      },
    );
    expect(stub.seen.every(({ headers }) => headers.authorization?.includes(OPENAI_KEY))).toBe(
      true,
    );
    expect(left.join("")).toContain("span_ended");
    for (const text of [...left, ...sent]) {
      expect(text).not.toContain(LANGSMITH_KEY);
      expect(text).not.toContain(OPENAI_KEY);
    }
  });
});

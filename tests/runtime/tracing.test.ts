import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { analystNames } from "#core/analyst.ts";
import { analysisResultSchema } from "#core/result.ts";
import { checkTrace } from "#core/trace-check.ts";
import { createTraceTransport } from "#runtime/tracing.ts";
import { answer, refuse, startChatStub, streamText } from "../helpers/chat-completions-stub.ts";
import {
  type LangSmithRecorder,
  spansOf,
  startLangSmithRecorder,
} from "../helpers/langsmith-recorder.ts";
import { type ProgramOptions, runProgram } from "../helpers/program.ts";

const LANGSMITH_KEY = "lsv2_canary_5f2c81d0";
const OPENAI_KEY = "sk-canary-93ab17e4";
const DEMO = ["analyze", "AAPL", "--data", "demo", "--json", "--quiet"];
const RULES = [...DEMO, "--model", "rules"];
const ONE_ANALYST = [...RULES, "--analysts", "news"];
const NO_TRACE = /^LangSmith has no whole trace of this run: /m;

/** Runs the program with its traces sent to an endpoint. */
function traced(endpoint: string, argv: readonly string[], options: ProgramOptions = {}) {
  const env = {
    LANGSMITH_TRACING: "true",
    LANGSMITH_ENDPOINT: endpoint,
    LANGSMITH_API_KEY: LANGSMITH_KEY,
    ...options.env,
  };
  return runProgram(argv, { ...options, env });
}

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

async function originOf(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

/** Where nobody listens. */
async function refusingOrigin(): Promise<string> {
  const server = createServer();
  const origin = await originOf(server);
  server.close();
  await once(server, "close");
  return origin;
}

/** Where connections are taken and nothing is ever said. */
async function silentOrigin(): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return originOf(server);
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
      { env, stopAfter: "market_analyst: started" },
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

/** A model that repeats the key it was sent: in its answers, or else in its refusals. */
async function echoingModel(how: "answers" | "refuses") {
  const stub = await startChatStub((response, attempt, { headers }) => {
    const words = ["You sent ", `${headers.authorization}, "naïve" one.`];
    if (how === "refuses") return refuse(response, 400, {}, { message: words.join("") });
    return answer(response, streamText({ attempt, words }));
  });
  const env = { OPENAI_API_KEY: OPENAI_KEY, OPENAI_BASE_URL: `${stub.origin}/v1` };
  return { env, argv: [...DEMO, "--model", "echoing-model"] };
}

describe("what LangSmith is sent of a model that repeats the key", () => {
  it.each([false, true])("holds no key (compression offered: %s)", async (gzip) => {
    const recorder = await startLangSmithRecorder({ gzip });
    const { env, argv } = await echoingModel("answers");
    const { stderr } = await traced(recorder.origin, argv, { env });
    const sent = recorder.requests.map(({ body }) => body).join("");
    expect(sent).toContain("You sent Bearer [redacted]");
    expect(sent).not.toContain(OPENAI_KEY);
    expect(stderr).not.toMatch(NO_TRACE);
    const parts = [...sent.matchAll(/; length=(\d+)\r\n\r\n([^\r]*)/g)];
    expect(parts.length).toBeGreaterThan(50);
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

describe("an endpoint that takes no traces", () => {
  it.each([
    ["refuses connections", refusingOrigin, /unreachable \(ECONNREFUSED\)/],
    ["never answers", silentOrigin, /it took too long/],
  ])("and %s delays the exit by no more than 2 s", async (_, startOrigin, reason) => {
    const origin = await startOrigin();
    const [plain, run] = await Promise.all([
      runProgram(ONE_ANALYST, { env: { LANGSMITH_TRACING: "false" } }),
      traced(origin, ONE_ANALYST),
    ]);
    expect(run.exitMs - plain.exitMs).toBeLessThan(2_500);
    expect(run.code).toBe(0);
    expect(analysisResultSchema.parse(JSON.parse(run.stdout)).reports).toHaveLength(1);
    const lines = run.stderr.trim().split("\n");
    expect(lines.filter((line) => !line.startsWith("SYNTHETIC DATA"))).toEqual([
      expect.stringMatching(reason),
    ]);
  });

  it("and repeats the key in its refusal is told about without a word of its own", async () => {
    const server = createServer((socket) => {
      const refusal = `{"detail":"bad key ${LANGSMITH_KEY}"}`;
      const head = `HTTP/1.1 401 Unauthorized\r\ncontent-length: ${refusal.length}\r\nconnection: close`;
      socket.on("error", () => {});
      socket.once("data", () => socket.end(`${head}\r\n\r\n${refusal}`));
    });
    onTestFinished(() => void server.close());
    const { stderr, stdout } = await traced(await originOf(server), RULES);
    expect(stderr).toMatch(/LangSmith has no whole trace of this run: it answered with 401\./);
    expect(stderr).toContain("LANGSMITH_API_KEY");
    expect(stderr + stdout).not.toContain(LANGSMITH_KEY);
  });
});

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

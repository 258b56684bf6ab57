import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { analysisResultSchema } from "#core/result.ts";
import { answer, type InPlace, promptOf, streamText } from "../helpers/chat-completions-stub.ts";
import { cli, runFiles } from "../helpers/cli.ts";
import { DECISION } from "../helpers/filled-forms.ts";
import { startProvider } from "../helpers/provider.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { startYahooStub } from "../helpers/yahoo-stub.ts";

const KEY = "sk-canary-0123456789abcdef";
/** Quick unless a test says otherwise: most are about analysts and the manager. */
async function analyse(origin: string, ...options: string[]) {
  const depth = options.includes("--depth") ? [] : ["--depth", "quick"];
  const argv = ["analyze", "AAPL", "--data", "demo", "--model", "gpt-4o", ...depth, ...options];
  const run = await cli(argv, {
    env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${origin}/v1` },
  });
  const result = () => analysisResultSchema.parse(JSON.parse(run.stdout));
  return { ...run, result };
}

function refuse(status: number, error: object, role = ""): InPlace {
  return (response, _attempt, request) => {
    if (!promptOf(request).startsWith(`Role: ${role}`)) return false;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error }));
    return true;
  };
}

describe("analyze with a live model", () => {
  it("is seven calls that know their roles, and states what they used and cost", async () => {
    const { origin, seen } = await startProvider();
    const { code, result } = await analyse(origin, "--json");
    expect(code).toBe(0);
    const { model, reports, decision, usage } = result();
    expect(seen).toHaveLength(7);
    expect(model).toBe("gpt-4o");
    expect(reports.map(({ stance }) => stance)).toEqual(Array(6).fill("bullish"));
    expect(decision).toMatchObject({ action: "buy", confidence: 0.6 });
    expect(usage).toMatchObject({ inputTokens: 7 * 11, outputTokens: 7 * 3 });
    expect(usage.usd).toBeCloseTo((7 * (11 * 2.5 + 3 * 10)) / 1e6, 12);
  });

  it.each([
    ["quick", 7],
    ["standard", 9],
    ["deep", 13],
  ])("is, at depth %s, %d calls whose forms fit", async (depth, calls) => {
    const { origin, seen } = await startProvider();
    const { code, result } = await analyse(origin, "--json", "--depth", depth);
    expect(code).toBe(0);
    expect(seen).toHaveLength(calls);
    expect(result().gaps).toEqual([]);
    expect(result().usage.inputTokens).toBe(calls * 11);
  });

  it("asks groups of roles the models that they have of their own", async () => {
    const { origin, seen } = await startProvider();
    const groups = "debate=gpt-4o-mini,reviewers=gpt-5,trader=gpt-5-mini";
    await analyse(origin, "--depth", "deep", "--model-for", groups);
    const asked = seen.map(({ body, ...request }) => {
      const role = /^Role: (\w+)/.exec(promptOf({ body, ...request }))?.[1];
      return `${role} ${body.model}`;
    });
    expect(asked).toEqual(
      expect.arrayContaining([
        "bull_researcher gpt-4o-mini",
        "bear_researcher gpt-4o-mini",
        "trader gpt-5-mini",
        "neutral_reviewer gpt-5",
        "portfolio_manager gpt-4o",
      ]),
    );
  });

  it("asks another model for a role that has one of its own", async () => {
    const { origin, seen } = await startProvider();
    const { result } = await analyse(
      origin,
      "--json",
      "--model-for",
      "analysts=gpt-4o-mini,risk_analyst=gpt-5",
    );
    const asked = Object.fromEntries(
      seen.map((request) => [
        /^Role: (\w+)/.exec(promptOf(request))?.[1] ?? "",
        request.body.model,
      ]),
    );
    expect(asked).toMatchObject({
      news_analyst: "gpt-4o-mini",
      risk_analyst: "gpt-5",
      portfolio_manager: "gpt-4o",
    });
    expect(result().model).toContain("risk_analyst: gpt-5");
  });

  it("asks the fallback where a model has failed for good", async () => {
    const { origin, seen } = await startProvider((response, attempt, request) =>
      request.body.model === "gpt-4o"
        ? refuse(400, { message: "no" })(response, attempt, request)
        : false,
    );
    const { code, stdout } = await analyse(origin, "--fallback", "gpt-4o-mini");
    expect(code).toBe(0);
    expect(seen).toHaveLength(14);
    expect(stdout.match(/^\*by gpt-4o-mini\*$/gm)).toHaveLength(6);
  });

  it("keeps four reports and names two gaps when two analysts fail for good", async () => {
    const { origin, seen } = await startProvider((response, attempt, request) =>
      ["news_analyst", "macro_analyst"].some((role) =>
        refuse(400, { message: `bad key ${KEY}` }, role)(response, attempt, request),
      ),
    );
    const { code, result } = await analyse(origin, "--json");
    expect(code).toBe(3);
    expect(result().reports).toHaveLength(4);
    expect(result().gaps.map(({ analyst, reason }) => [analyst, reason])).toEqual([
      ["news", "model_error"],
      ["macro", "model_error"],
    ]);
    expect(seen).toHaveLength(7);
  });

  it.each([
    ["a wrong key", 401, { message: `Incorrect API key: ${KEY}` }, "OPENAI_API_KEY"],
    ["an unknown model", 404, { code: "model_not_found", message: "?" }, "--model"],
  ])("ends at once for %s, and names what to set", async (_what, status, error, name) => {
    const { origin } = await startProvider(refuse(status, error));
    const { code, stdout, stderr } = await analyse(origin);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(name);
  });

  it("ends at once when the endpoint cannot be reached", async () => {
    const started = performance.now();
    const { code, stdout, stderr } = await analyse("http://127.0.0.1:9");
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("OPENAI_BASE_URL");
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("writes the key nowhere, whatever the provider repeats of it", async () => {
    for (const status of [400, 401, 402]) {
      const { origin } = await startProvider(
        refuse(status, { message: `key ${KEY} is bad`, code: KEY }),
      );
      const { stdout, stderr, logsDir } = await analyse(origin);
      const files = Object.values(await runFiles(logsDir));
      const log = await readFile(join(logsDir, "trading_graph.log"), "utf8");
      expect([stdout, stderr, log, ...files].join("\n")).not.toContain(KEY);
    }
  });

  it("labels a report that the output limit has cut", async () => {
    const { origin } = await startProvider((response, attempt, request) => {
      if (!promptOf(request).startsWith("Role: news_analyst")) return false;
      answer(response, streamText({ attempt, words: ["The news is"], finishReason: "length" }));
      return true;
    });
    const { stdout } = await analyse(origin);
    expect(stdout).toMatch(/The news is\n\n\*\(cut off here by the model's output limit\)\*/);
  });

  it.each([
    ["arguments that are no JSON", { name: "get_quote", arguments: '{"symbol": "AA' }],
    ["a tool that does not exist", { name: "place_order", arguments: '{"symbol":"AAPL"}' }],
    ["arguments that no tool takes", { name: "get_quote", arguments: '{"symbol":"../x"}' }],
  ])("tells a model once of %s; asked so again, it is a gap", async (_what, call) => {
    for (const mistakes of [1, 2]) {
      let asked = 0;
      const { origin, seen } = await startProvider((response, attempt, request) => {
        if (!promptOf(request).startsWith("Role: news_analyst")) return false;
        asked += 1;
        if (asked > mistakes) return false;
        const toolCalls = [{ index: 0, id: `call-${attempt}`, function: call }];
        return answer(
          response,
          streamText({ attempt, words: [], toolCalls, finishReason: "tool_calls" }),
        );
      });
      const { result } = await analyse(origin, "--json");
      expect(asked).toBe(2);
      const told = seen.filter((request) => promptOf(request).startsWith("Role: news_analyst"))[1];
      expect(JSON.stringify(told?.body.messages)).toContain("Error: ");
      expect(result().gaps.map(({ reason }) => reason)).toEqual(
        mistakes === 1 ? [] : ["bad_tool_call"],
      );
      expect(result().usage.inputTokens).toBe(seen.length * 11);
    }
  });

  it.each([
    ["arguments that are no JSON", { name: "decide", arguments: '{"action": "bu' }, "stop"],
    ["a tool that does not exist", { name: "order", arguments: "{}" }, "stop"],
    [
      "arguments that are no decision",
      { name: "decide", arguments: '{"action":"all in"}' },
      "stop",
    ],
    ["a cut answer", { name: "decide", arguments: JSON.stringify(DECISION) }, "length"],
  ])("tells the manager once of %s; decided so again, it is a gap", async (_what, call, end) => {
    for (const mistakes of [1, 2]) {
      let asked = 0;
      const { origin } = await startProvider((response, attempt, request) => {
        if (!promptOf(request).startsWith("Role: portfolio_manager")) return false;
        asked += 1;
        if (asked > mistakes) return false;
        const toolCalls = [{ index: 0, id: `call-${attempt}`, function: call }];
        return answer(response, streamText({ attempt, words: [], toolCalls, finishReason: end }));
      });
      const { code, result } = await analyse(origin, "--json");
      expect(asked).toBe(2);
      expect(code).toBe(mistakes === 1 ? 0 : 3);
      expect(result().gaps.map(({ analyst, reason }) => [analyst, reason])).toEqual(
        mistakes === 1 ? [] : [["portfolio_manager", "bad_tool_call"]],
      );
    }
  });

  it("holds the deadline while the market is opened, too", async () => {
    const yahoo = await startYahooStub();
    onTestFinished(() => yahoo.close());
    yahoo.fail("hang", { on: "chart", times: 99 });
    const { code, stderr } = await cli(
      ["analyze", "AAPL", "--data", "yahoo", "--deadline", "0.2"],
      { env: { YAHOO_BASE_URL: yahoo.url } },
    );
    expect(code).toBe(1);
    expect(stderr).toContain("deadline of 0.2 s");
  });

  it("ends as partial within --max-tokens, and says so", async () => {
    const { origin, seen } = await startProvider();
    const { code, result } = await analyse(origin, "--json", "--max-tokens", "40000");
    expect(code).toBe(3);
    const { gaps, usage } = result();
    expect(gaps.length).toBeGreaterThan(0);
    expect(new Set(gaps.map(({ reason }) => reason))).toEqual(new Set(["budget"]));
    expect(usage.inputTokens).toBe(seen.length * 11);
    for (const { body } of seen) expect(body.max_tokens ?? body.max_completion_tokens).toBe(4096);
  });

  it("holds --max-usd by the price list, and refuses it where a model has no price", async () => {
    const { origin, seen } = await startProvider();
    const held = await analyse(origin, "--json", "--max-usd", "0.0001");
    expect(held.code).toBe(1);
    expect(seen).toHaveLength(0);
    const unpriced = await analyse(origin, "--max-usd", "1", "--model-for", "analysts=nameless");
    expect(unpriced.code).toBe(2);
    expect(unpriced.stderr).toContain('"nameless" has no price');
  });

  it("takes prices from a file that a person edits", async () => {
    const path = join(await temporaryFolder(), "prices.json");
    const models = { "gpt-4o": { input: 1e6, output: 0 } };
    await writeFile(path, JSON.stringify({ asOf: "2026-01-01", source: "me", models }));
    const { origin } = await startProvider();
    const { result } = await analyse(origin, "--json", "--prices", path);
    expect(result().usage.usd).toBe(77);
    await writeFile(path, "{}");
    expect((await analyse(origin, "--prices", path)).code).toBe(2);
  });

  it("estimates without asking a live model", async () => {
    const { origin, seen } = await startProvider();
    const { code, stdout } = await analyse(origin, "--dry-run");
    expect(code).toBe(0);
    expect(seen).toHaveLength(0);
    expect(stdout).toContain("market_analyst");
    expect(stdout).toMatch(
      /portfolio_manager +\d+ tokens[^\n]*\nin total +\d+ tokens in +\d+ out +\d+\.\d{4} USD/,
    );
    const json = await analyse(origin, "--dry-run", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({ estimate: true, model: "gpt-4o" });
    expect(JSON.parse(json.stdout)).not.toHaveProperty("decision");
  });

  it("ends at the deadline with what is finished", async () => {
    const { origin } = await startProvider((_response, _attempt, request) =>
      promptOf(request).startsWith("Role: risk_analyst"),
    );
    const { code, result } = await analyse(origin, "--json", "--deadline", "1");
    expect(code).toBe(3);
    expect(result().reports).toHaveLength(5);
    expect(result().gaps.map(({ analyst, reason }) => [analyst, reason])).toEqual([
      ["risk", "timeout"],
      ["portfolio_manager", "timeout"],
    ]);
  });

  it("replays a recording without key or network, byte for byte but for times", async () => {
    const path = join(await temporaryFolder(), "run.jsonl");
    const { origin } = await startProvider();
    const deep = ["--depth", "deep", "--samples", "3"];
    const recorded = await analyse(origin, "--json", ...deep, "--record", path);
    expect(await readFile(path, "utf8")).not.toContain(KEY);
    const replayed = await cli(["analyze", "AAPL", "--json", ...deep, "--replay", path]);
    expect(replayed.code).toBe(0);
    const timeless = (text: string) =>
      text
        .replace(/"runId":"[^"]+"/, "")
        .replace(/"(startedAt|endedAt)":"[^"]+"/g, "")
        .replace(/"timeline":\{.*?\]\}/, "");
    expect(timeless(replayed.stdout)).toBe(timeless(recorded.stdout));
  });

  it("refuses to record where it cannot write, before anything is asked", async () => {
    const { origin, seen } = await startProvider();
    const { code, stderr } = await analyse(origin, "--record", await temporaryFolder());
    expect(code).toBe(1);
    expect(stderr).toContain("it is a folder");
    expect(seen).toHaveLength(0);
  });

  it("refuses a recording of another request, and a file that is none", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "run.jsonl");
    const { origin } = await startProvider();
    await analyse(origin, "--record", path);
    const other = await cli(["analyze", "MSFT", "--depth", "quick", "--replay", path]);
    expect(other).toMatchObject({ code: 2, stdout: "" });
    expect(other.stderr).toMatch(/"AAPL".*"MSFT"/);
    await writeFile(path, "hello");
    expect((await cli(["analyze", "AAPL", "--replay", path])).code).toBe(2);
  });

  it.each([
    [["--depth", "deeper"], /depth "deeper" is not known. Valid: quick, standard, deep/],
    [["--debate-rounds", "0"], /--debate-rounds: "0" is not a whole number from 1 to 5/],
    [["--debate-rounds", "1000000"], /not a whole number from 1 to 5/],
    [["--risk-rounds", "2"], /--risk-rounds 2 contradicts the depth "standard".*--depth deep/],
    [
      ["--depth", "quick", "--debate-rounds", "2"],
      /--debate-rounds 2 contradicts the depth "quick".*--depth standard or deep/,
    ],
    [["--samples", "0"], /--samples: "0" is not a whole number from 1 to 15/],
    [["--max-usd", "much"], /--max-usd: "much" is not a number/],
    [["--max-tokens", "1.5"], /--max-tokens: "1.5" is not a whole number/],
    [["--deadline", "0"], /--deadline/],
    [
      ["--model-for", "boss=gpt-4o"],
      /role "boss" is not known. Valid: analysts, debate, reviewers, manager, market_analyst/,
    ],
    [["--model-for", "analysts"], /write ROLE=NAME/],
    [["--fallback", "a,,b"], /empty place/],
    [["--record", "a", "--replay", "b"], /contradict/],
    [["--dry-run", "--out", "a"], /--dry-run and --out contradict/],
    [["--replay", "a", "--max-usd", "1"], /--replay and --max-usd contradict/],
  ])("refuses %j with exit code 2", async (options, message) => {
    const { code, stderr } = await cli(["analyze", "AAPL", ...options]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

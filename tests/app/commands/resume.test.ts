import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analysisResultSchema } from "#core/result.ts";
import { refuse } from "../../helpers/chat-completions-stub.ts";
import { cli } from "../../helpers/cli.ts";
import { roleOf, startProvider } from "../../helpers/provider.ts";

const ANALYZE = ["analyze", "AAPL", "--data", "demo", "--depth", "quick"];
const LIVE = [...ANALYZE, "--analysts", "market,news,risk", "--model", "gpt-4o"];

/**
 * A provider whose news analyst does not answer until it is told to, and the environment to ask it in.
 * `stop` is aborted once all others have been answered.
 */
async function hangingProvider() {
  const stop = new AbortController();
  let hangs = true;
  const stub = await startProvider((_response, _attempt, request) => {
    return hangs && roleOf(request) === "news_analyst";
  });
  const env = { OPENAI_API_KEY: "sk-canary-0123456789", OPENAI_BASE_URL: `${stub.origin}/v1` };
  const done = new Set<string>();
  const onStderr = (text: string) => {
    for (const [, name = ""] of text.matchAll(/(\w+_analyst): done/g)) done.add(name);
    if (done.size === 2) stop.abort(new Error("interrupted"));
  };
  const cutOff = async (argv: readonly string[] = LIVE) => {
    const run = await cli(argv, { env, signal: stop.signal, onStderr });
    hangs = false;
    return run;
  };
  return { env, cutOff, roles: () => stub.seen.map(roleOf), forget: () => stub.seen.splice(0) };
}

describe("resume", () => {
  it("goes on with a run that was interrupted, and asks no finished analyst again", async () => {
    const provider = await hangingProvider();
    const { code, stderr, logsDir } = await provider.cutOff();
    expect(code).toBe(130);
    const id = /resume (\S+)/.exec(stderr)?.[1] ?? "";
    provider.forget();
    const resumed = await cli(["resume", id, "--json"], { env: provider.env, logsDir });
    expect(resumed.stderr).not.toContain("Error");
    expect(resumed.code).toBe(0);
    expect(provider.roles()).toEqual(["news_analyst", "portfolio_manager"]);
    const result = analysisResultSchema.parse(JSON.parse(resumed.stdout));
    expect(result).toMatchObject({ runId: id, attempts: 2, keptFrom: null, gaps: [] });
    expect(result.reports.map(({ analyst }) => analyst)).toEqual(["market", "news", "risk"]);
  });

  it("takes the newest unfinished run where none is named", async () => {
    const provider = await hangingProvider();
    const { logsDir } = await provider.cutOff();
    const { env } = provider;
    expect((await cli([...ANALYZE, "--model", "rules"], { env, logsDir })).code).toBe(0);
    const resumed = await cli(["resume"], { env, logsDir });
    expect(resumed).toMatchObject({ code: 0 });
    expect(resumed.stdout).toContain("Taken up 2 times");
    const again = await cli(["resume"], { env, logsDir });
    expect(again).toMatchObject({ code: 2 });
    expect(again.stderr).toContain("no run is unfinished");
  });

  it("has in its folder the events of both attempts, numbered through", async () => {
    const provider = await hangingProvider();
    const { logsDir, stderr } = await provider.cutOff();
    const id = /resume (\S+)/.exec(stderr)?.[1] ?? "";
    await cli(["resume", id], { env: provider.env, logsDir });
    const trace = await cli(["trace-check", id], { logsDir });
    expect(trace.stderr).not.toContain("Error");
    const text = await readFile(join(logsDir, "runs", id, "events.jsonl"), "utf8");
    expect(text).toContain('"run_resumed"');
  });

  it.each([
    [["--depth", "deep"], 'depth was "quick" and is "deep" now'],
    [["--analysts", "market"], 'analysts was ["market","news","risk"] and is ["market"] now'],
    [["--model", "gpt-5"], 'model was "gpt-4o" and is "gpt-5" now'],
    [["--max-usd", "3"], "max-usd was null and is 3 now"],
    [["--as-of", "2024-01-02"], 'is "2024-01-02" now'],
  ])("refuses another configuration, naming the difference: %j", async (flags, named) => {
    const provider = await hangingProvider();
    const { logsDir } = await provider.cutOff();
    const { env } = provider;
    const refused = await cli(["resume", "latest", ...flags], { env, logsDir });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(named);
    expect((await cli(["resume"], { env, logsDir })).code).toBe(0);
  });

  it("refuses to go on at another endpoint", async () => {
    const provider = await hangingProvider();
    const { logsDir } = await provider.cutOff();
    const env = { ...provider.env, OPENAI_BASE_URL: "http://127.0.0.1:9/v1" };
    const refused = await cli(["resume"], { env, logsDir });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('is "http://127.0.0.1:9/v1" now');
  });

  it("goes on with a run that a wrong key has ended, once the key is right", async () => {
    let wrong = true;
    const { origin, seen } = await startProvider((response) => wrong && refuse(response, 401));
    const env = { OPENAI_BASE_URL: `${origin}/v1`, OPENAI_API_KEY: "sk-canary-0123456789" };
    const failed = await cli(LIVE, { env });
    expect(failed.code).toBe(1);
    wrong = false;
    seen.splice(0);
    const resumed = await cli(["resume", "latest", "--quiet"], { env, logsDir: failed.logsDir });
    expect(resumed.code).toBe(0);
    expect(seen).toHaveLength(4);
  });

  it("says that a finished run is finished, and what can be done with it", async () => {
    const { logsDir } = await cli(ANALYZE);
    const { code, stderr } = await cli(["resume", "latest"], { logsDir });
    expect(code).toBe(2);
    expect(stderr).toContain("is finished");
    expect(stderr).toContain("runs show");
  });

  it("says that no run is kept where none is", async () => {
    const { code, stderr } = await cli(["resume", "4f3a"]);
    expect(code).toBe(2);
    expect(stderr).toContain("no run is kept");
  });
});

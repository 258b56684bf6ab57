import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  answer,
  promptOf,
  startChatStub,
  streamText,
} from "../../helpers/chat-completions-stub.ts";
import { cli } from "../../helpers/cli.ts";
import { DECISION } from "../../helpers/filled-forms.ts";
import { startYahooStub } from "../../helpers/yahoo-stub.ts";

const PAST = ["--from", "2024-01-02", "--to", "2024-06-28", "--every", "2m"];
const DAYS = ["2024-01-02", "2024-03-01", "2024-05-02"];
const DEMO = ["--data", "demo", "--model", "rules", "--depth", "quick"];

/** A clock that goes on from one moment, so that "today" is the same day wherever tests run. */
const clock = { now: () => Date.parse("2026-11-20T22:00:00Z") + performance.now() };

const replayed = (...options: string[]) =>
  cli(["replay-history", "AAPL", ...PAST, ...DEMO, ...options], { clock });

/** A provider whose calls take 20,000 tokens each: analysts write, the manager buys. */
function spendthrift() {
  const decide = { name: "decide", arguments: JSON.stringify(DECISION) };
  const usage = { prompt_tokens: 19_900, completion_tokens: 100, total_tokens: 20_000 };
  return startChatStub((response, attempt, request) => {
    const decides = promptOf(request).startsWith("Role: portfolio_manager");
    const said = decides
      ? { words: [], toolCalls: [{ index: 0, id: "call-1", function: decide }] }
      : { words: ["STANCE: bullish CONFIDENCE: 0.70"] };
    return answer(response, streamText({ attempt, usage, ...said }));
  });
}

/** The files that the one replay in a logs folder has left. */
async function replayFiles(logsDir: string): Promise<Readonly<Record<string, string>>> {
  const replays = join(logsDir, "replays");
  const [id = ""] = await readdir(replays);
  const names = await readdir(join(replays, id));
  const texts = await Promise.all(names.map((name) => readFile(join(replays, id, name), "utf8")));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""]));
}

describe("replay-history", () => {
  it("shows each day's decision, what came of it, and how following it did", async () => {
    const { code, stdout } = await replayed();
    expect(code).toBe(0);
    for (const day of DAYS) {
      expect(stdout).toMatch(
        new RegExp(String.raw`^\| ${day} \| (BUY|HOLD|SELL) .* (right|wrong) +\|$`, "m"),
      );
    }
    expect(stdout).toMatch(/^\| Total return +\| +[+-]?\d+\.\d\d % \| +[+-]?\d+\.\d\d % \|$/m);
    expect(stdout).toMatch(/^- Right: \d of 3, a hit rate of /m);
    expect(stdout).toMatch(/3 runs: wall .+ · work .+ · overlap \d+\.\d\dx/);
  });

  it("tells its progress a line a day, and its warnings first and last", async () => {
    const { stderr, stdout } = await replayed();
    const lines = stderr.trimEnd().split("\n");
    expect(lines[0]).toContain("SYNTHETIC DATA");
    expect(lines.at(-1)).toContain("SYNTHETIC DATA");
    const days = lines.flatMap(
      (line) => /^\d of 3: (\S+) (?:buy|hold|sell) \d\.\d\d$/.exec(line)?.[1] ?? [],
    );
    expect(days.toSorted()).toEqual(DAYS);
    expect(stdout.split("\n")[0]).toContain("SYNTHETIC DATA");
    expect(stdout.trimEnd().split("\n").at(-1)).toContain("SYNTHETIC DATA");
  });

  it("prints one JSON object with --json, and nothing but the warning with --quiet", async () => {
    const { stdout, stderr } = await replayed("--json", "--quiet", "--horizon", "1w");
    const replay = JSON.parse(stdout);
    expect(replay).toMatchObject({
      symbol: "AAPL",
      benchmark: "^GSPC",
      from: "2024-01-02",
      to: "2024-06-28",
      every: "2m",
      horizon: "1w",
      costs: 0,
      unfinished: [],
      summary: { count: 3 },
      equity: { from: "2024-01-03", to: "2024-06-28", buyAndHold: { trades: 1 } },
    });
    expect(replay.rows.map(({ day }: { day: string }) => day)).toEqual(DAYS);
    expect(replay.rows[0].outcome.score.exitDay).toBe("2024-01-09");
    expect(
      stderr
        .trimEnd()
        .split("\n")
        .every((line) => line.startsWith("SYNTHETIC")),
    ).toBe(true);
  });

  it("measures by the benchmark that the environment names", async () => {
    const env = { TRADING_GRAPH_BENCHMARK: "qqq" };
    const argv = ["replay-history", "AAPL", ...PAST, ...DEMO, "--json"];
    const { stdout } = await cli(argv, { clock, env });
    expect(JSON.parse(stdout).benchmark).toBe("QQQ");
  });

  it("keeps request, decisions, result and report, and nothing in the desk's memory", async () => {
    const { logsDir, stdout } = await replayed();
    expect((await readdir(logsDir)).toSorted()).toEqual(["replays", "trading_graph.log"]);
    const files = await replayFiles(logsDir);
    expect(files["report.md"]).toBe(stdout);
    expect(JSON.parse(files["request.json"] ?? "")).toMatchObject({ ticker: "AAPL", days: DAYS });
    const lines = (files["decisions.jsonl"] ?? "").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).day).toSorted()).toEqual(DAYS);
    expect(JSON.parse(files["result.json"] ?? "").rows).toHaveLength(3);
  });

  it("decides on a day what a single analysis as of that day decides", async () => {
    const [past, single] = await Promise.all([
      replayed("--json"),
      cli(["analyze", "AAPL", "--as-of", "2024-03-01", "--json", ...DEMO], { clock }),
    ]);
    const { rows } = JSON.parse(past.stdout);
    expect(rows[1].decision).toEqual(JSON.parse(single.stdout).decision);
  });

  it("holds a budget over all its days, names who went without, and warns of a model's memory", async () => {
    const { origin } = await spendthrift();
    const live = ["--data", "demo", "--model", "gpt-4o", "--depth", "quick", "--analysts", "news"];
    const limits = ["--max-tokens", "60000", "--at-once", "1"];
    const { code, stdout, stderr } = await cli(
      ["replay-history", "AAPL", ...PAST, ...live, ...limits],
      { clock, env: { OPENAI_API_KEY: "sk-canary-1234", OPENAI_BASE_URL: `${origin}/v1` } },
    );
    expect(code).toBe(3);
    expect(stderr).toContain("1 of 3: 2024-01-02 buy 0.60");
    expect(stdout).toContain("| 2024-03-01 | none ");
    expect(stdout).toMatch(/\*\*2024-05-02\*\*, news \(budget\): .*--max-tokens 60000/);
    expect(stdout).toContain("A model may remember: gpt-4o may have been trained on texts of this");
  });

  it("keeps what is finished when it is interrupted, and exits with 130", async () => {
    const stop = new AbortController();
    const argv = ["replay-history", "AAPL", ...PAST, ...DEMO, "--at-once", "1"];
    const { code, stdout, stderr, logsDir } = await cli(argv, {
      clock,
      signal: stop.signal,
      onStderr: (text) => {
        if (text.startsWith("1 of 3")) stop.abort(new Error("interrupted"));
      },
    });
    expect(code).toBe(130);
    expect(stdout).toContain("- **2024-03-01, 2024-05-02**, interrupted before it was done");
    expect(stderr).toContain("Interrupted: 1 of 3 days are finished and kept.");
    const files = await replayFiles(logsDir);
    expect((files["decisions.jsonl"] ?? "").trim().split("\n")).toHaveLength(1);
  });

  it.each([
    [[], "no ticker given"],
    [["AAPL", "MSFT"], "takes one ticker, 2 given"],
    [["AA/PL"], "is not a valid symbol"],
    [["AAPL", "--every", "0d"], '--every: "0d" is no step'],
    [["AAPL", "--from", "2024-05-01", "--to", "2024-04-01"], "is after --to 2024-04-01"],
    [["AAPL", "--to", "2999-01-01"], "is in the future"],
    [["AAPL", "--to", "2024-02-30"], "is not a day"],
    [["AAPL", "--horizon", "2m"], "Valid: 1w, 1m, 3m, 6m, 12m"],
    [["AAPL", "--at-once", "17"], "not a whole number from 1 to 16"],
    [["AAPL", "--costs", "-1"], "is not a number from 0 to 1000"],
    [["AAPL", "--as-of", "2024-01-02"], 'option "--as-of" is not known'],
    [
      ["AAPL", "--every", "1d", "--from", "2020-01-02", "--to", "2024-01-02"],
      "runs, more than 120",
    ],
    [
      ["AAPL", "--from", "2009-06-01", "--to", "2011-06-01"],
      "the first bar of AAPL is of 2010-01-04",
    ],
    [["AAPL", "--to", "2026-11-20", "--horizon", "12m"], "The latest --to for 12m is"],
  ])("takes %j for a mistake of usage, before anything is begun", async (argv, message) => {
    const { code, stderr, logsDir } = await cli(["replay-history", ...argv, ...DEMO], { clock });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(await readdir(logsDir)).toEqual([]);
  });

  it("fails for a ticker that the source does not know, before anything is begun", async () => {
    const yahoo = await startYahooStub();
    onTestFinished(() => yahoo.close());
    const { code, stderr, logsDir } = await cli(["replay-history", "NOSUCH", ...PAST], {
      clock,
      env: { YAHOO_BASE_URL: yahoo.url },
    });
    expect(stderr).toContain("NOSUCH");
    expect(code).toBe(1);
    expect(await readdir(logsDir)).toEqual([]);
  });
});

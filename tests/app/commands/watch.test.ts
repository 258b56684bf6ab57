import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { type WatchRow, watchRowSchema } from "#core/watchlist/row.ts";
import {
  answer,
  refuse,
  type SeenRequest,
  streamText,
} from "../../helpers/chat-completions-stub.ts";
import { type CliOptions, cli } from "../../helpers/cli.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";
import { startProvider } from "../../helpers/provider.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { startYahooStub } from "../../helpers/yahoo-stub.ts";

const DEMO = [
  "--data",
  "demo",
  "--model",
  "rules",
  "--depth",
  "quick",
  "--analysts",
  "market,risk",
];
const LIVE = ["--data", "demo", "--model", "gpt-4o", "--depth", "quick", "--analysts", "news"];

const watched = (argv: readonly string[], options: CliOptions = {}) =>
  cli(["watch", ...argv, ...DEMO], options);

const rowsOf = (json: string): WatchRow[] => z.array(watchRowSchema).parse(JSON.parse(json));
const lineRowsOf = (lines: string): WatchRow[] =>
  lines
    .trimEnd()
    .split("\n")
    .map((line) => watchRowSchema.parse(JSON.parse(line)));
const symbolsOf = (rows: readonly WatchRow[]) => rows.map(({ symbol }) => symbol);

const isAbout = ({ body }: SeenRequest, ticker: string) =>
  JSON.stringify(body.messages).includes(ticker);

/** A provider that does not answer for one ticker until it is told to, and what interrupts a list then. */
async function hangingProvider(symbol: string, finished: number) {
  const stop = new AbortController();
  let hangs = true;
  const stub = await startProvider((_response, _attempt, request) => {
    return hangs && isAbout(request, symbol);
  });
  const env = { OPENAI_API_KEY: "sk-canary-0123456789", OPENAI_BASE_URL: `${stub.origin}/v1` };
  return {
    env,
    asked: (ticker: string) => stub.seen.filter((seen) => isAbout(seen, ticker)).length,
    interrupted: async (argv: readonly string[]) => {
      const run = await cli(["watch", ...argv, ...LIVE], {
        env,
        signal: stop.signal,
        onStderr: (text) => {
          if (text.startsWith(`${finished} of `)) stop.abort(new Error("interrupted"));
        },
      });
      hangs = false;
      stub.seen.splice(0);
      return run;
    },
  };
}

describe("watch", () => {
  it("prints a row a ticker in the order given, and its warnings first and last", async () => {
    const { code, stdout, stderr } = await watched(["MSFT", "AAPL", "^GSPC"]);
    expect(stderr).not.toContain("Error");
    expect(code).toBe(0);
    const symbols = [...stdout.matchAll(/^\| (\S+) +\| done +\| (?:BUY|HOLD|SELL)/gm)];
    expect(symbols.map(([, symbol]) => symbol)).toEqual(["MSFT", "AAPL", "^GSPC"]);
    expect(stdout).toMatch(/wall .+ · work .+ · overlap \d+\.\d\dx/);
    for (const lines of [stdout.trimEnd().split("\n"), stderr.trimEnd().split("\n")]) {
      expect(lines[0]).toContain("SYNTHETIC DATA");
      expect(lines.at(-1)).toContain("SYNTHETIC DATA");
    }
    expect(stderr).toMatch(/^3 of 3: \S+ done in .+ · 0 running · 0 waiting · /m);
  });

  it("prints one array with --json, a line a ticker with --json-lines, and CSV", async () => {
    const given = ["NVDA", "AAPL", "--quiet"];
    const json = rowsOf((await watched([...given, "--json"])).stdout);
    expect(symbolsOf(json)).toEqual(["NVDA", "AAPL"]);
    expect(json[0]).toMatchObject({ status: "done", reason: null, ms: expect.any(Number) });
    const lines = lineRowsOf((await watched([...given, "--json-lines"])).stdout);
    expect(symbolsOf(lines).toSorted()).toEqual(["AAPL", "NVDA"]);
    const csv = (await watched([...given, "--csv"])).stdout.split("\r\n");
    expect(csv.map((line) => line.split(",")[0])).toEqual(["symbol", "NVDA", "AAPL", ""]);
  });

  it("says nothing but its warnings with --quiet", async () => {
    const { stderr } = await watched(["AAPL", "--quiet"]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringContaining("SYNTHETIC DATA"),
      expect.stringContaining("SYNTHETIC DATA"),
    ]);
  });

  it("takes tickers from arguments, standard input and a file together, each once", async () => {
    const logsDir = await temporaryFolder();
    const file = join(logsDir, "list.txt");
    await writeFile(file, "\ufeff# mine\r\nibm; aapl\r\nAMD # last\r\n");
    const { stdout, stderr } = await watched(["NVDA,AAPL", "-", "TSLA", "--file", file, "--json"], {
      stdin: "msft\nnvda\n",
      logsDir,
    });
    expect(symbolsOf(rowsOf(stdout))).toEqual(["NVDA", "AAPL", "MSFT", "TSLA", "IBM", "AMD"]);
    expect(stderr).toContain("2 tickers were given twice or more: each is analysed once.");
  });

  it("lets a ticker that fails take no other with it, and exits with 3", async () => {
    const yahoo = await startYahooStub();
    onTestFinished(() => yahoo.close());
    const argv = ["watch", "NOSUCH", "AAPL", "--json", "--depth", "quick", "--analysts", "market"];
    const { code, stdout } = await cli(argv, { env: { YAHOO_BASE_URL: yahoo.url } });
    expect(code).toBe(3);
    const [failed, done] = rowsOf(stdout);
    expect(failed).toMatchObject({ symbol: "NOSUCH", status: "failed", result: null });
    expect(failed?.reason).toContain("NOSUCH");
    expect(failed?.ms).toBeGreaterThanOrEqual(0);
    expect(done).toMatchObject({ symbol: "AAPL", status: "done", reason: null });
  });

  it("exits with 1 where nothing is done", async () => {
    const yahoo = await startYahooStub();
    onTestFinished(() => yahoo.close());
    const { code, stdout } = await cli(["watch", "NOSUCH"], { env: { YAHOO_BASE_URL: yahoo.url } });
    expect(code).toBe(1);
    expect(stdout).toContain("# 0 of 1 ticker done, 1 failed");
  });

  it("ends when its time is over: those at work timed out, the others skipped", async () => {
    const yahoo = await startYahooStub();
    onTestFinished(() => yahoo.close());
    yahoo.fail("hang", { times: 99 });
    const { code, stdout, stderr } = await cli(
      ["watch", "AAPL", "MSFT", "--max-workers", "1", "--timeout", "0.3", "--json"],
      { env: { YAHOO_BASE_URL: yahoo.url } },
    );
    expect(code).toBe(1);
    const reason = expect.stringContaining("the list's time of 0.3 s (--timeout) was over");
    expect(rowsOf(stdout)).toEqual([
      { symbol: "AAPL", status: "timeout", reason, ms: expect.any(Number), result: null },
      { symbol: "MSFT", status: "skipped", reason, ms: null, result: null },
    ]);
    expect(stderr).toContain("Time is over: 0 of 2 are finished and kept.");
  });

  it("gives every ticker a --deadline of its own, from its own beginning", async () => {
    const stub = await startProvider(() => true);
    const env = { OPENAI_API_KEY: "sk-canary-1234", OPENAI_BASE_URL: `${stub.origin}/v1` };
    const limits = ["--deadline", "0.4", "--max-workers", "1", "--json"];
    const { code, stdout } = await cli(["watch", "AAPL", "MSFT", ...LIVE, ...limits], { env });
    expect(code).toBe(1);
    for (const { status, ms, result } of rowsOf(stdout)) {
      expect(status).toBe("done");
      expect(ms).toBeGreaterThan(200);
      expect(result?.gaps[0]).toMatchObject({ analyst: "news", reason: "timeout" });
    }
  });

  it("holds one budget over all tickers, and begins none once it is spent", async () => {
    const usage = { prompt_tokens: 19_900, completion_tokens: 100, total_tokens: 20_000 };
    const words = ["STANCE: bullish CONFIDENCE: 0.70"];
    const stub = await startProvider((response, attempt) =>
      answer(response, streamText({ attempt, usage, words })),
    );
    const env = { OPENAI_API_KEY: "sk-canary-1234", OPENAI_BASE_URL: `${stub.origin}/v1` };
    const limits = ["--max-tokens", "60000", "--max-workers", "1", "--json"];
    const argv = ["watch", "AAPL", "MSFT", "NVDA", "AMD", "IBM", ...LIVE, ...limits];
    const { code, stdout } = await cli(argv, { env });
    expect(code).toBe(3);
    const rows = rowsOf(stdout);
    expect(rows[0]?.status).toBe("done");
    expect(rows.at(-1)).toEqual({
      symbol: "IBM",
      status: "skipped",
      reason: "the list's budget is spent (--max-usd, --max-tokens): it was not begun",
      ms: null,
      result: null,
    });
  });

  it("keeps what is finished when it is interrupted, and --resume does only the rest", async () => {
    const provider = await hangingProvider("NVDA", 2);
    const argv = ["AAPL", "NVDA", "MSFT", "--max-workers", "2"];
    const { code, stdout, stderr, logsDir } = await provider.interrupted([...argv, "--json"]);
    expect(code).toBe(130);
    expect(stderr).toContain(
      "Interrupted: 2 of 3 are finished and kept. Go on with the same command and --resume.",
    );
    expect(rowsOf(stdout).map(({ status }) => status)).toEqual(["done", "skipped", "done"]);
    expect(rowsOf(stdout)[1]).toMatchObject({ reason: "interrupted", ms: expect.any(Number) });

    const { env } = provider;
    const again = ["watch", ...argv, ...LIVE, "--resume"];
    const resumed = await cli([...again, "--json-lines"], { env, logsDir });
    expect(resumed.code).toBe(0);
    expect(symbolsOf(lineRowsOf(resumed.stdout))).toEqual(["AAPL", "MSFT", "NVDA"]);
    expect([provider.asked("AAPL"), provider.asked("MSFT")]).toEqual([0, 0]);
    const asked = provider.asked("NVDA");
    expect(asked).toBeGreaterThan(0);

    const printed = await cli([...again, "--json"], { env, logsDir });
    expect(printed.code).toBe(0);
    expect(symbolsOf(rowsOf(printed.stdout))).toEqual(["AAPL", "NVDA", "MSFT"]);
    expect(provider.asked("NVDA")).toBe(asked);
  });

  it("tries with --resume also what no run could survive, once that is mended", async () => {
    let key = "refused";
    const stub = await startProvider((response) => {
      return key === "refused" && refuse(response, 401);
    });
    const env = { OPENAI_API_KEY: "sk-canary-1234", OPENAI_BASE_URL: `${stub.origin}/v1` };
    const argv = ["watch", "AAPL", "MSFT", ...LIVE, "--max-workers", "1", "--json"];
    const { code, stderr, logsDir } = await cli(argv, { env });
    expect(code).toBe(1);
    expect(stderr).toContain(
      "0 of 2 are finished and kept. Go on with the same command and --resume.",
    );

    key = "taken";
    const resumed = await cli([...argv, "--resume"], { env, logsDir });
    expect(rowsOf(resumed.stdout).map(({ status }) => status)).toEqual(["done", "done"]);
    expect(resumed.code).toBe(0);
  });

  it("tries with --resume what has failed by itself, and nothing that is done", async () => {
    const yahoo = await startYahooStub();
    onTestFinished(() => yahoo.close());
    const env = { YAHOO_BASE_URL: yahoo.url };
    const argv = ["watch", "AAPL", "NOSUCH", "--json", "--depth", "quick", "--analysts", "market"];
    const { stderr, logsDir } = await cli(argv, { env });
    expect(stderr).toContain("1 of 2 failed. The same command with --resume tries that again.");

    const resumed = await cli([...argv, "--resume"], { env, logsDir });
    expect(resumed.stderr).toMatch(/^Going on with list \S+ as of \S+: 1 of 2 are done\.$/m);
    expect(resumed.stderr).toMatch(/^2 of 2: NOSUCH failed/m);
    expect(resumed.stderr).not.toMatch(/: AAPL /);
    expect(symbolsOf(rowsOf(resumed.stdout))).toEqual(["AAPL", "NOSUCH"]);
  });

  it("goes on with the newest list of its own, whatever was begun in between", async () => {
    const given = ["AAPL", "MSFT", "--quiet", "--json"];
    const { logsDir, stdout } = await watched(given);
    await watched(["AAPL", "MSFT", "--quiet", "--samples", "2"], { logsDir });
    await watched(["AAPL", "NVDA", "--quiet"], { logsDir });
    const resumed = await watched([...given, "--resume"], { logsDir });
    expect(resumed.code).toBe(0);
    expect(rowsOf(resumed.stdout)).toEqual(rowsOf(stdout));
  });

  it("goes on after midnight as of the list's own day, unless another is asked for", async () => {
    const given = ["AAPL", "--json"];
    const { logsDir, stdout } = await watched(given);
    const tomorrow = { logsDir, clock: { now: () => Date.now() + 86_400_000 } };
    const resumed = await watched([...given, "--resume"], tomorrow);
    expect(resumed.code).toBe(0);
    expect(rowsOf(resumed.stdout)).toEqual(rowsOf(stdout));
    const asked = ["--resume", "--as-of", "2026-11-02"];
    const otherDay = await watched([...given, ...asked], tomorrow);
    expect(otherDay.code).toBe(2);
    expect(otherDay.stderr).toContain('and is "2026-11-02" now');
  });

  it.each([
    [["AAPL", "MSFT", "--depth", "standard"], 'depth was "quick" and is "standard" now'],
    [["AAPL", "MSFT", "--max-tokens", "99999"], "max-tokens was null and is 99999 now"],
    [["AAPL", "NVDA"], "tickers was 2 with MSFT and is 2 with NVDA now"],
    [["MSFT", "AAPL"], "the order of tickers was AAPL at place 1 and is MSFT at place 1 now"],
  ])("refuses to resume a list as %j that was begun otherwise", async (argv, difference) => {
    const { logsDir } = await watched(["AAPL", "MSFT", "--quiet"]);
    const { code, stderr, stdout } = await cli(["watch", ...DEMO, ...argv, "--resume"], {
      logsDir,
    });
    expect(code).toBe(2);
    expect(stderr).toContain(difference);
    expect(stderr).toContain("by leaving --resume out");
    expect(stdout).toBe("");
  });

  it("has nothing to resume where no list was begun", async () => {
    const { code, stderr } = await watched(["AAPL", "--resume"]);
    expect(code).toBe(2);
    expect(stderr).toContain("there is no list to go on with");
  });

  it.each<[readonly string[], string, string | Uint8Array]>([
    [[], "no ticker given. Name some, as in trading-graph watch AAPL MSFT", ""],
    [["-"], "no ticker given", "# nothing\n\n"],
    [
      ["AAPL", "-"],
      '2 words are no tickers: "$(x)" (standard input line 2), "\\u001b[2J"',
      "IBM\n$(x)\n\x1b[2J",
    ],
    [["-"], "standard input is a binary file", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0)],
    [["-"], "standard input is larger than 8 MiB", "A ".repeat(4_200_000)],
    [
      ["-"],
      "10001 tickers are more than",
      Array.from({ length: 10_001 }, (_, i) => `T${i}`).join("\n"),
    ],
    [["--file", "/no/such/list"], 'cannot read "/no/such/list": ENOENT', ""],
    [["--file", "/"], 'cannot read "/": EISDIR', ""],
    [["--file", "a", "--file=b"], "--file takes one file", ""],
    [["AAPL", "--max-workers", "0"], '"0" is not a whole number from 1 to 64', ""],
    [["AAPL", "--max-workers", "-1"], '"-1" is not a whole number from 1 to 64', ""],
    [["AAPL", "--max-workers", "2.5"], '"2.5" is not a whole number from 1 to 64', ""],
    [["AAPL", "--timeout", "0"], '--timeout: "0" is not a number of seconds from 0.001', ""],
    [["AAPL", "--max-workers", "65"], '"65" is not a whole number from 1 to 64', ""],
    [["AAPL", "--json", "--csv"], "--json and --csv contradict each other", ""],
    [["AAPL", "--json-lines", "--json"], "--json and --json-lines contradict each other", ""],
    [
      ["AAPL", "--distributed"],
      "--distributed needs a PostgreSQL database that all machines reach",
      "",
    ],
    [["AAPL", "--record", "x"], 'option "--record" is not known', ""],
  ])("takes %j for a mistake of usage, before anything is begun", async (argv, message, stdin) => {
    const { code, stderr, logsDir } = await watched(argv, { stdin });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(await readdir(logsDir)).toEqual([]);
  });

  it("lets a flag win over another output that the environment names", async () => {
    const { stdout } = await watched(["AAPL", "--csv"], { env: { TRADING_GRAPH_JSON: "1" } });
    expect(stdout).toMatch(/^symbol,status,/);
  });

  it("is interrupted while it waits for its standard input", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("interrupted")), 20);
    const { code } = await watched(["-"], {
      signal: stop.signal,
      stdin: new ReadableStream<Uint8Array>(),
    });
    expect(code).toBe(130);
  });
});

describePostgres("watch --distributed", () => {
  it("records no list for a queue that cannot be reached", async () => {
    const env = { DATABASE_URL: await freshDatabase(), REDIS_URL: "redis://127.0.0.1:1" };
    const { code, stderr } = await watched(["AAPL", "--distributed"], { env });
    expect(code).toBe(1);
    expect(stderr).toContain("Error: ");
    const { DATABASE_URL } = env;
    const resumed = await watched(["AAPL", "--resume"], { env: { DATABASE_URL } });
    expect(resumed.stderr).toContain("there is no list to go on with");
  });
});

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analysisResultSchema } from "#core/result.ts";
import { cli, runFiles } from "../../helpers/cli.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const DEMO = ["--data", "demo"];

describe("analyze", () => {
  it("prints a report with six analysts, a decision and a timeline, and exits with 0", async () => {
    const { code, stdout } = await cli(["analyze", "AAPL", ...DEMO]);
    expect(code).toBe(0);
    const headings = [...stdout.matchAll(/^##? (.+)$/gm)].map(
      ([, text]) => text?.split(/[: (]/)[0],
    );
    expect(headings).toEqual([
      "AAPL",
      "Decision",
      "Debate",
      "Market",
      "Fundamentals",
      "News",
      "Sentiment",
      "Macro",
      "Risk",
      "Timeline",
      "Sources",
    ]);
    expect(stdout).toMatch(/^market_analyst +│ *█+ *│/m);
    expect(stdout).toMatch(/^ {2}get_indicator\(AAPL,rsi_14\) +│ *▒+ *│/m);
    expect(stdout).toMatch(/wall .+ work .+ overlap .+x/);
    expect(stdout).toContain("critical path: dispatcher");
  });

  it("says that data is synthetic in the first and last lines and at the top of the report", async () => {
    const { stdout, stderr } = await cli(["analyze", "AAPL", ...DEMO]);
    const lines = stderr.trimEnd().split("\n");
    expect(lines[0]).toContain("SYNTHETIC DATA");
    expect(lines.at(-1)).toContain("SYNTHETIC DATA");
    expect(stdout.split("\n")[0]).toContain("SYNTHETIC DATA");
    expect(stdout.trimEnd().split("\n").at(-1)).toContain("SYNTHETIC DATA");
  });

  it("writes a page of its own with --html, with its chart, and says where", async () => {
    const file = join(await temporaryFolder(), "report.html");
    const { code, stderr } = await cli(["analyze", "AAPL", "--html", file, ...DEMO]);
    const page = await readFile(file, "utf8");
    const [, json = ""] = /id="data">(.*)<\/script>/.exec(page) ?? [];
    expect(code).toBe(0);
    expect(stderr).toContain(`Page written to ${file}`);
    const { result, chart, spans, missing } = JSON.parse(json);
    expect([result.symbol, missing]).toEqual(["AAPL", []]);
    expect(chart.dates.length).toBeGreaterThan(350);
    expect(chart.decisions).toHaveLength(1);
    expect(spans.length).toBeGreaterThan(20);
  });

  it("refuses a place for the page before anything is spent, and a page of an estimate", async () => {
    const folder = await temporaryFolder();
    const place = await cli(["analyze", "AAPL", "--html", folder, ...DEMO]);
    expect(place).toMatchObject({ code: 1, stdout: "" });
    expect(place.stderr).toContain("it is a folder");
    const estimate = await cli(["analyze", "AAPL", "--dry-run", "--html", "x.html", ...DEMO]);
    expect(estimate).toMatchObject({ code: 2, stdout: "" });
    expect(estimate.stderr).toContain("--dry-run and --html contradict each other");
  });

  it("prints one JSON object and nothing else with --json", async () => {
    const { code, stdout } = await cli(["analyze", "AAPL", "--json", ...DEMO]);
    expect(code).toBe(0);
    const result = analysisResultSchema.parse(JSON.parse(stdout));
    expect(result).toMatchObject({
      symbol: "AAPL",
      model: "rules",
      data: { source: "demo", synthetic: true },
      gaps: [],
      usage: { inputTokens: 0, outputTokens: 0, usd: 0 },
    });
    expect(result.reports).toHaveLength(6);
    for (const { startedAt, toolCalls } of result.reports) {
      expect(startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(toolCalls.length).toBeGreaterThan(2);
    }
  });

  it("gives the same reports and decision for the same ticker and day", async () => {
    const argv = ["analyze", "MSFT", "--json", "--as-of", "2026-06-30", ...DEMO];
    const [first, second] = await Promise.all([cli(argv), cli(argv)]);
    const timeless = ({ stdout }: { stdout: string }) => {
      const { reports, decision, facts } = analysisResultSchema.parse(JSON.parse(stdout));
      return { texts: reports.map(({ text }) => text), decision, facts };
    };
    expect(timeless(first)).toEqual(timeless(second));
  });

  it("asks only the analysts named", async () => {
    const { stdout } = await cli(["analyze", "AAPL", "--json", "--analysts", "risk,news", ...DEMO]);
    const { reports } = analysisResultSchema.parse(JSON.parse(stdout));
    expect(reports.map(({ analyst }) => analyst)).toEqual(["risk", "news"]);
  });

  it("keeps request, events, result and report of the run", async () => {
    const { logsDir, stdout } = await cli(["analyze", "^GSPC", ...DEMO]);
    const files = await runFiles(logsDir);
    expect(Object.keys(files).sort()).toEqual([
      "events.jsonl",
      "report.md",
      "request.json",
      "result.json",
    ]);
    expect(files["report.md"]).toBe(stdout);
    expect(JSON.parse(files["request.json"] ?? "")).toMatchObject({ symbol: "^GSPC" });
    expect(analysisResultSchema.parse(JSON.parse(files["result.json"] ?? ""))).toBeDefined();
    const events = (files["events.jsonl"] ?? "").trim().split("\n");
    expect(events.map((line) => JSON.parse(line).seq)).toEqual(events.map((_, index) => index + 1));
    expect(JSON.parse(events.at(-1) ?? "")).toMatchObject({ type: "run_ended", error: null });
    const told = events.map((line) => JSON.parse(line));
    // Whoever opens the run elsewhere has a place for everyone before anybody begins, and every word.
    expect(told[0].type).toBe("planned");
    expect(told[0].groups.map(({ name }: { name: string }) => name)).toEqual([
      "dispatcher",
      "analysts",
      "merge",
      "recall",
      "researchers",
      "portfolio_manager",
      "audit",
    ]);
    expect(told.some(({ type, node }) => type === "text" && node === "market_analyst")).toBe(true);
  });

  it("logs the start and end of dispatcher, analysts and tools, and the total", async () => {
    const { logsDir } = await cli(["analyze", "AAPL", ...DEMO]);
    const lines = (await readFile(join(logsDir, "trading_graph.log"), "utf8")).trim().split("\n");
    const starts = lines.filter((line) => line.includes("START"));
    const fields = starts.map((line) => line.split(/\s+/));
    for (const field of fields) {
      expect(field[0]).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(field[1]).toMatch(/^\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(field.at(-1)).toMatch(/^\d{10}\.\d{3}$/);
    }
    const names = fields.map((field) => field[2]);
    expect(names).toContain("dispatcher");
    expect(names).toContain("macro_analyst");
    expect(names).toContain("market_analyst/get_indicator(AAPL,rsi_14)");
    expect(lines.filter((line) => / END .*duration=\d+\.\d{3}s/.test(line))).toHaveLength(
      starts.length,
    );
    expect(lines.filter((line) => line.includes("Total execution time"))).toHaveLength(1);
  });

  it("saves report and result where --out says", async () => {
    const folder = join(await temporaryFolder(), "new");
    const argv = ["analyze", "BRK-B", "--as-of", "2026-01-02", "--out", folder, ...DEMO];
    const { stdout } = await cli(argv);
    expect(await readFile(join(folder, "BRK-B_2026-01-02.md"), "utf8")).toBe(stdout);
    const saved = JSON.parse(await readFile(join(folder, "BRK-B_2026-01-02.json"), "utf8"));
    expect(analysisResultSchema.parse(saved).symbol).toBe("BRK-B");
  });

  it("shows nothing but the report and the warning with --quiet", async () => {
    const { stderr } = await cli(["analyze", "AAPL", "--quiet", ...DEMO]);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.every((line) => line.startsWith("SYNTHETIC DATA"))).toBe(true);
  });

  it("takes the same from the environment, and a flag wins over it", async () => {
    const env = {
      TRADING_GRAPH_DATA: "demo",
      TRADING_GRAPH_JSON: "1",
      TRADING_GRAPH_ANALYSTS: "news",
      TRADING_GRAPH_AS_OF: "2026-03-02",
    };
    const { stdout } = await cli(["analyze", "AAPL", "--analysts", "risk"], { env });
    const result = analysisResultSchema.parse(JSON.parse(stdout));
    expect(result.asOf).toBe("2026-03-02");
    expect(result.reports.map(({ analyst }) => analyst)).toEqual(["risk"]);
  });

  it("falls back to the demo market, loudly, when Yahoo cannot be reached", async () => {
    const env = { YAHOO_BASE_URL: "http://127.0.0.1:1" };
    const { code, stdout, stderr } = await cli(["analyze", "AAPL"], { env });
    expect(code).toBe(0);
    expect(stderr.split("\n")[0]).toContain("Yahoo Finance could not be reached");
    expect(stdout.split("\n")[0]).toContain("SYNTHETIC DATA");
  });

  it("fails with --data yahoo when Yahoo cannot be reached, and names the way out", async () => {
    const env = { YAHOO_BASE_URL: "http://127.0.0.1:1" };
    const { code, stdout, stderr } = await cli(["analyze", "AAPL", "--data", "yahoo"], { env });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("--data demo");
  });

  it("spends no money on synthetic data unless --data demo asks for it", async () => {
    const env = { YAHOO_BASE_URL: "http://127.0.0.1:1", OPENAI_API_KEY: "a-key-of-a-test" };
    const { code, stderr } = await cli(["analyze", "AAPL"], { env });
    expect(code).toBe(1);
    expect(stderr).toContain("--data demo");
    expect(stderr).not.toContain("a-key-of-a-test");
  });

  it("names the variable to set when a live model has no key", async () => {
    const { code, stderr } = await cli(["analyze", "AAPL", "--model", "some-model", ...DEMO]);
    expect(code).toBe(1);
    expect(stderr).toContain("OPENAI_API_KEY");
  });

  it("says where it cannot write, before anything is asked", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    const env = { LOGS_DIR: join(file, "logs") };
    const { code, stdout, stderr } = await cli(["analyze", "AAPL", ...DEMO], { env });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/cannot open the record of runs.*LOGS_DIR/s);
  });

  it("exits with 130 when it is interrupted", async () => {
    const stop = new AbortController();
    stop.abort(new Error("interrupted"));
    const { code, stdout, stderr } = await cli(["analyze", "AAPL", ...DEMO], {
      signal: stop.signal,
    });
    expect(code).toBe(130);
    expect(stdout).toBe("");
    expect(stderr).toContain("Interrupted");
  });

  it("keeps what older runs have saved", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "logs"));
    const env = { LOGS_DIR: join(folder, "logs") };
    await cli(["analyze", "AAPL", ...DEMO], { env });
    await cli(["analyze", "AAPL", ...DEMO], { env });
    const log = await readFile(join(folder, "logs", "trading_graph.log"), "utf8");
    expect(log.match(/Total execution time/g)).toHaveLength(2);
  });
});

describe("analyze refuses with exit code 2 and says what would do", () => {
  const cases: [string, string[], RegExp][] = [
    ["no ticker", [], /no ticker given/],
    ["an empty ticker", [""], /ticker "" is not a valid symbol/],
    ["a blank ticker", ["  "], /not a valid symbol/],
    ["a path", ["../../etc/passwd"], /ticker "..\/..\/etc\/passwd"/],
    ["a query", ["AAPL?x=1"], /not a valid symbol/],
    ["a NUL", ["AAPL\0"], /"AAPL\\u0000"/],
    ["a homoglyph", ["ΑAPL"], /\\u0391APL/],
    ["10 kB", ["A".repeat(10_000)], /…/],
    ["something like an option", ["-rf"], /option "-r" is not known. Valid: --analysts/],
    ["something like an option after --", ["--", "-rf"], /ticker "-rf"/],
    ["two tickers", ["AAPL", "MSFT"], /one ticker/],
    ["an unknown option", ["AAPL", "--depht", "deep"], /--depht.*--analysts.*--json/s],
    ["an unknown analyst", ["AAPL", "--analysts", "markte"], /"markte".*market, fundamentals/],
    ["an empty list of analysts", ["AAPL", "--analysts", ","], /analyst ""/],
    ["an unknown source", ["AAPL", "--data", "bloomberg"], /"bloomberg".*auto, yahoo, demo/],
    ["an option without its value", ["AAPL", "--data"], /--data needs a value/],
    ["an option before another", ["AAPL", "--data", "--json"], /--data needs a value/],
    ["a value for a switch", ["AAPL", "--json=yes"], /--json takes no value/],
    ["a day in the future", ["AAPL", "--as-of", "2999-01-01"], /future/],
    ["no day at all", ["AAPL", "--as-of", "yesterday"], /YYYY-MM-DD/],
    ["a day that does not exist", ["AAPL", "--as-of", "2025-02-30"], /2025-02-30/],
  ];
  it.each(cases)("%s", async (_what, args, message) => {
    const { code, stdout, stderr } = await cli(["analyze", ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr.length).toBeLessThan(500);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("an environment variable that is no URL or no switch", async () => {
    const url = await cli(["analyze", "AAPL"], { env: { YAHOO_BASE_URL: "yahoo" } });
    expect(url.code).toBe(2);
    expect(url.stderr).toContain("YAHOO_BASE_URL");
    const flag = await cli(["analyze", "AAPL"], { env: { TRADING_GRAPH_JSON: "maybe" } });
    expect(flag.code).toBe(2);
    expect(flag.stderr).toContain("TRADING_GRAPH_JSON");
  });
});

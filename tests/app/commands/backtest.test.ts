import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Clock } from "#core/ports.ts";
import { cli } from "../../helpers/cli.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { startYahooStub } from "../../helpers/yahoo-stub.ts";

const clock: Clock = { now: () => Date.parse("2026-11-20T22:00:00Z") };

/** Five bars whose figures are easily followed by hand. */
const FIVE = `Date,Open,High,Low,Close,Volume
2024-01-08,10,10,10,10,100
2024-01-09,20,22,20,22,100
2024-01-10,25,25,24,24,100
2024-01-11,30,30,28,28,100
2024-01-12,26,27,26,27,100
`;

/** All in at once, and ten sold again at the third close. */
const IN_AND_OUT = `function execute_trade({ close }) {
  return { 1: 1e6, 3: -10 }[close.length] ?? 0;
}`;

interface Given {
  readonly code?: string;
  readonly csv?: string;
}

/** Runs a strategy over a file of bars, both in a folder of the test's own. */
async function overFile(argv: readonly string[] = [], given: Given = {}) {
  const folder = await temporaryFolder();
  const [strategy, csv] = [join(folder, "my.js"), join(folder, "ACME.csv")];
  await writeFile(strategy, given.code ?? IN_AND_OUT);
  await writeFile(csv, given.csv ?? FIVE);
  const ran = await cli(["backtest", "--strategy", strategy, "--csv", csv, ...argv], { clock });
  return { ...ran, folder };
}

/** Runs a strategy over a ticker's bars. */
async function overTicker(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const strategy = join(await temporaryFolder(), "my.js");
  await writeFile(strategy, IN_AND_OUT);
  return cli(["backtest", "--strategy", strategy, ...argv], { env, clock });
}

describe("backtest over a file", () => {
  it("agrees with five bars worked by hand, with commission and whole shares", async () => {
    const { code, stdout, stderr } = await overFile([
      "--cash",
      "1000",
      "--commission",
      "0.01",
      "--whole-shares",
      "--json",
    ]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    const report = JSON.parse(stdout);
    // 49 shares at 20 are 980, and 9.80 of commission: 50 would be 1010. Ten are sold at 30, less 3.
    expect(report.equity).toEqual([1_000, 1_088.2, 1_186.2, 1_399.2, 1_360.2]);
    expect(report.trades).toEqual([
      {
        entryDate: "2024-01-09",
        exitDate: "2024-01-11",
        entryPrice: 20,
        exitPrice: 30,
        shares: 10,
        profit: expect.closeTo(95, 9),
      },
    ]);
    expect(report.open).toEqual([
      { entryDate: "2024-01-09", entryPrice: 20, shares: 39, profit: expect.closeTo(265.2, 9) },
    ]);
    expect(report.metrics).toMatchObject({
      finalEquity: expect.closeTo(1_360.2, 9),
      totalReturn: expect.closeTo(0.3602, 12),
      maxDrawdown: expect.closeTo(1_360.2 / 1_399.2 - 1, 12),
      cagr: null,
      trades: 1,
      winRate: 1,
      profitFactor: null,
      exposure: 0.8,
      costsPaid: expect.closeTo(12.8, 9),
    });
    expect(report.buyAndHold.finalEquity).toBeCloseTo(1_333.2, 9);
  });

  it("prints one JSON object with all that a program needs", async () => {
    const { stdout } = await overFile(["--json", "--slippage", "0.001", "--allow-short"]);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      symbol: "ACME",
      strategy: "my.js",
      source: null,
      synthetic: false,
      file: expect.stringMatching(/ACME\.csv$/),
      from: "2024-01-08",
      to: "2024-01-12",
      bars: 5,
      rules: { cash: 10_000, commission: 0, slippage: 0.001, wholeShares: false, allowShort: true },
      engine: expect.stringMatching(/\d/),
      warnings: [],
    });
    expect(report.equity).toHaveLength(report.dates.length);
    expect(report.buyAndHoldEquity).toHaveLength(report.dates.length);
    expect(Object.keys(report.buyAndHold)).toEqual(Object.keys(report.metrics));
  });

  it("prints a report for people without --json", async () => {
    const { code, stdout } = await overFile();
    expect(code).toBe(0);
    expect(stdout).toContain("# ACME: backtest of my.js");
    expect(stdout).toContain("**No costs are counted**");
    expect(stdout).toMatch(/\| Total return +\| +\+35\.30 % \|/);
  });

  it("says the same each time", async () => {
    const runs = await Promise.all([overFile(["--json"]), overFile(["--json"])]);
    const [one, other] = runs.map(({ stdout }) => ({ ...JSON.parse(stdout), file: "" }));
    expect(one).toEqual(other);
  });

  it("runs over the days that are asked for, both included, whatever day today is", async () => {
    const csv = FIVE.replaceAll("2024-", "2094-");
    const { stdout } = await overFile(["--json", "--from", "2094-01-09", "--to", "2094-01-11"], {
      csv,
    });
    expect(JSON.parse(stdout).dates).toEqual(["2094-01-09", "2094-01-10", "2094-01-11"]);
  });

  it("takes the symbol that is said, and scales prices when asked to", async () => {
    const csv = FIVE.replace("Volume", "Volume,Adj Close")
      .replace("10,100", "10,100,5")
      .replaceAll(/(\d+),100$/gm, "$1,100,$1");
    const given = {
      csv,
      code: "function execute_trade({ symbol, close }) { return symbol === 'XY' && close[0] === 5 ? 1 : 0; }",
    };
    const { stdout } = await overFile(["--json", "--symbol", "xy", "--adjusted"], given);
    expect(JSON.parse(stdout)).toMatchObject({ symbol: "XY", open: [{}, {}, {}, {}] });
    const unadjusted = await overFile(["--json"], { csv });
    expect(JSON.parse(unadjusted.stdout).warnings).toEqual([expect.stringContaining("--adjusted")]);
  });

  it("writes the report as a page where asked", async () => {
    const folder = await temporaryFolder();
    const { code, stderr } = await overFile(["--html", join(folder, "new", "page.html")]);
    expect(stderr).toContain("Page written to");
    expect(code).toBe(0);
    expect(await readFile(join(folder, "new", "page.html"), "utf8")).toMatch(/^<!doctype html>/i);
  });

  it("counts what was amiss with rows and goes on", async () => {
    const csv = `${FIVE}2024-01-16,1,1,1,NaN,1\n2024-01-15,30,30,30,30,100\n2024-01-05,10,10,0,10,100\n2024-01-05,9,9,9,9,100\n`;
    const { code, stdout } = await overFile(["--json"], { csv });
    expect(code).toBe(0);
    const { dates, warnings } = JSON.parse(stdout);
    expect([dates[0], dates.at(-1)]).toEqual(["2024-01-05", "2024-01-15"]);
    expect(warnings).toEqual([
      expect.stringContaining('Close is "NaN" in line 7'),
      expect.stringContaining("Low is 0 in line 9"),
      expect.stringContaining("first 2024-01-05 in line 10"),
    ]);
  });

  it.each([
    ["missing columns", "Date,Open,High,Low\n2024-01-08,1,1,1\n", "no column Close, Volume"],
    ["a single row", FIVE.split("\n").slice(0, 2).join("\n"), "1 bar that can be used"],
    ["nothing", "", "it is empty"],
    ["other dates", FIVE.replaceAll(/2024-01-(\d+)/g, "$1.1.2024"), 'line 2: Date is "08.1.2024"'],
    [
      "bars of minutes",
      `Date,Open,High,Low,Close,Volume\n${[1, 2, 3].map((n) => `2024-01-08,${n},${n},${n},${n},1`).join("\n")}`,
      "no daily data",
    ],
  ])("ends with 1 for a file with %s", async (_, csv, words) => {
    const { code, stdout, stderr } = await overFile(["--json"], { csv });
    expect(stderr).toContain(words);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  it.each([
    ["a mistake in its syntax", "function execute_trade( {\n", /line 2, column 1/],
    ["another function", "function trade() { return 1; }", /execute_trade/],
    ["an asynchronous function", "async function execute_trade() { return 1; }", /async/i],
    [
      "an error at its top level",
      "function execute_trade() { return 1; }\nthrow new Error('no luck');",
      /no luck/,
    ],
    [
      "an error on every bar",
      "function execute_trade({ close }) { if (close) throw new Error('never'); return 0; }",
      /never/,
    ],
    ["an endless loop", "function execute_trade() { for (;;); return 1; }", /0\.5 s/],
    ["no code", " ", /code/],
  ])("ends with 1 and the reason for a strategy with %s", async (_, code, words) => {
    const { code: exit, stdout, stderr } = await overFile(["--time-limit", "0.5"], { code });
    expect(stderr).toMatch(words);
    expect(stdout).toBe("");
    expect(exit).toBe(1);
  });

  it("goes on without a row of another date, and counts it", async () => {
    const csv = FIVE.replace("2024-01-09", "9.1.2024");
    const { code, stdout } = await overFile(["--json"], { csv });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).warnings).toEqual([
      expect.stringMatching(/^1 row with a date .* left out: Date is "9\.1\.2024" in line 3\.$/),
    ]);
  });

  it("says when equity was gone", async () => {
    const code = "function execute_trade() { return -1e6; }";
    const { code: exit, stdout } = await overFile(["--json", "--allow-short"], {
      code,
      csv: FIVE.replace("20,22,20,22", "20,45,20,45"),
    });
    expect(exit).toBe(0);
    expect(JSON.parse(stdout).warnings).toContain(
      "Its equity was gone on 2024-01-09: all was closed, and it was asked no more.",
    );
  });

  it("takes what is no number for a hold, and counts it", async () => {
    const code = "function execute_trade({ close }) { return close.length === 2 ? 'all' : 0; }";
    const { code: exit, stdout } = await overFile(["--json"], { code });
    expect(exit).toBe(0);
    expect(JSON.parse(stdout).warnings).toEqual([
      expect.stringContaining("On 1 of 5 bars the strategy gave no finite number"),
    ]);
  });

  it.each([
    [["--cash", "0"], "--cash"],
    [["--cash", "-5"], '--cash: "-5" is not a number from 0.01 to'],
    [["--cash", "much"], '"much"'],
    [["--commission", "0.1%"], '"0.1%"'],
    [
      ["--commission", "1"],
      '--commission: "1" is not a share of the value from 0 to 0.5, such as 0.001 for 0.1 %.',
    ],
    [
      ["--slippage", "0.6"],
      '--slippage: "0.6" is not a share of the open from 0 to 0.5, such as 0.0005 for 0.05 %.',
    ],
    [["--slippage", "-0.1"], "--slippage"],
    [["--time-limit", "0"], '--time-limit: "0" is not a number of seconds from 0.001'],
    [["--from", "yesterday"], '--from: "yesterday" is not a day'],
    [["--from", "2024-01-12", "--to", "2024-01-08"], "give the earlier day to --from"],
    [["--from", "2025-01-01"], "0 bars are left"],
    [["--symbol", "not a ticker"], "not a valid symbol"],
    [["--data", "demo"], "--csv and --data contradict each other"],
    [["AAPL"], '--csv and the ticker "AAPL" contradict'],
    [["--csv", "nowhere.csv"], 'cannot read "nowhere.csv"'],
    [["--csv", "."], 'cannot read "."'],
    [["--strategy", "nowhere.js"], 'cannot read "nowhere.js"'],
    [["--strategie", "x"], "--strategy"],
  ])("ends with 2 for %j", async (argv, words) => {
    const { code, stdout, stderr } = await overFile(argv);
    expect(stderr).toContain(words);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it.each([
    [["--csv", "x.csv"], "no strategy given"],
    [["--strategy", "x.js"], "no bars given"],
    [["--strategy", "x.js", "AAPL", "MSFT"], "takes one ticker"],
    [["--strategy", "x.js", "AAPL", "--symbol", "X"], "a ticker's bars are its own: leave it out."],
    [
      ["--strategy", "x.js", "AAPL", "--adjusted"],
      "--adjusted is of a file of bars (--csv), and a ticker's prices always are adjusted: leave it out.",
    ],
    [["--strategy", "x.js", "AAPL", "--to", "2099-01-01"], "in the future"],
  ])("ends with 2 for %j alone", async (argv, words) => {
    const { code, stderr } = await cli(["backtest", ...argv], { clock });
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });

  it("ends with 1 where the page cannot be written, before anything is run", async () => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await overFile(["--html", folder]);
    expect(stderr).toContain("cannot write");
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });
});

describe("backtest over a ticker", () => {
  it("runs over ten years of the demo market, and says loudly that they are invented", async () => {
    const { code, stdout, stderr } = await overTicker(["ACME", "--data", "demo"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^> \*\*SYNTHETIC DATA/);
    expect(stdout).toMatch(/^2016-11-2\d to 2026-11-\d\d, 2\d{3} bars · data: demo market/m);
    expect(stderr).toContain("SYNTHETIC DATA");
  });

  it("says so in its JSON, with the days that were asked for", async () => {
    const argv = ["acme", "--data", "demo", "--json", "--from", "2025-01-01", "--to", "2025-06-30"];
    const { stdout } = await overTicker(argv);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      symbol: "ACME",
      source: "demo",
      synthetic: true,
      file: null,
      to: "2025-06-30",
    });
    expect(report.dates[0] >= "2025-01-01").toBe(true);
    expect(report.notice).toContain("SYNTHETIC DATA");
  });

  it("has Yahoo's bars, of which nothing is said to be invented", async () => {
    await using stub = await yahoo();
    const { code, stdout, stderr } = await overTicker(["AAPL", "--json"], stub.env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      source: "yahoo",
      synthetic: false,
      currency: "USD",
    });
    expect(stderr).toBe("");
  });

  it("ends with 1 for a symbol that is not known", async () => {
    await using stub = await yahoo();
    const { code, stdout, stderr } = await overTicker(["NOSUCH"], stub.env);
    expect(stderr).toContain("NOSUCH");
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });
});

async function yahoo() {
  const stub = await startYahooStub({ now: clock.now() });
  return { env: { YAHOO_BASE_URL: stub.url }, [Symbol.asyncDispose]: () => stub.close() };
}

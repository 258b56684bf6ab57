import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "#core/ports.ts";
import type { KeptDecision } from "#core/review/kept-decision.ts";
import { createDecisionLog } from "#runtime/memory/decision-log.ts";
import { kept } from "../../core/review/examples.ts";
import { cli } from "../../helpers/cli.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { startYahooStub } from "../../helpers/yahoo-stub.ts";

const clock: Clock = { now: () => Date.parse("2026-11-20T22:00:00Z") };
/** Nothing listens there. */
const NOWHERE = "http://127.0.0.1:9";

/** Reviews decisions that have been kept in a folder of the test's own. */
async function review(
  decisions: readonly KeptDecision[],
  argv: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const logsDir = await temporaryFolder();
  const log = createDecisionLog(logsDir);
  for (const [index, decision] of decisions.entries()) {
    await log.keep({ ...decision, runId: `run-${index}` });
  }
  const where = { LOGS_DIR: logsDir, YAHOO_BASE_URL: NOWHERE };
  return { ...(await cli(["review", ...argv], { env: { ...where, ...env }, clock })), logsDir };
}

const demo = [
  kept({ asOf: "2026-01-30" }),
  kept({ asOf: "2026-01-30", symbol: "PEER", action: "sell", horizon: "3m" }),
  kept({ asOf: "2026-11-02", horizon: "12m" }),
];

describe("review", () => {
  it("scores what has ended, says what waits and that the data is synthetic", async () => {
    const { code, stdout } = await review(demo);
    expect(stdout).toMatch(/^\| 2026-01-30 \| ACME +\| buy +\|.+\| (right|wrong)/m);
    expect(stdout).toMatch(/^\| 2026-01-30 \| PEER +\| sell/m);
    expect(stdout).toContain("Next: ACME on 2027-11-02.");
    expect(stdout).toContain("SYNTHETIC DATA");
    expect(code).toBe(0);
  });

  it("looks from the day given: what ends later waits, what is decided later is not there", async () => {
    const { stdout } = await review(demo, ["--as-of", "2026-02-27", "--json"]);
    const [{ decisions }] = JSON.parse(stdout).sources;
    expect(decisions).toMatchObject([
      { decision: { symbol: "ACME" }, outcome: { kind: "waiting", until: "2026-02-28" } },
      { decision: { symbol: "PEER" }, outcome: { kind: "waiting", until: "2026-04-30" } },
    ]);
  });

  it("prints one JSON object with --json, the same figures as of the same day", async () => {
    const first = await review(demo, ["--json", "--as-of", "2026-05-01"]);
    const later = await review(demo.slice(0, 2), ["--json", "--as-of", "2026-05-01"]);
    expect(JSON.parse(first.stdout)).toMatchObject({
      asOf: "2026-05-01",
      benchmark: "^GSPC",
      passedOver: 0,
      sources: [{ source: "demo", synthetic: true, summary: { count: 2 }, unread: [] }],
    });
    expect(first.stdout).toBe(later.stdout);
  });

  it("shows apart what was decided in hindsight, and nothing that was decided after the day given", async () => {
    const hindsight = ["2026-01-30", "2026-02-02"].map((asOf) =>
      kept({ asOf, decidedAt: "2026-11-19T10:00:00.000Z" }),
    );
    const today = await review([...demo, ...hindsight], ["--json"]);
    const alone = await review(demo, ["--json"]);
    const [{ hindsight: apart, ...rest }] = JSON.parse(today.stdout).sources;
    const [{ hindsight: none, ...same }] = JSON.parse(alone.stdout).sources;
    expect(rest).toEqual(same);
    expect(apart).toMatchObject({ decisions: [{}, {}], summary: { count: 2 } });
    expect(none.decisions).toEqual([]);
    const then = await review([...demo, ...hindsight], ["--json", "--as-of", "2026-05-01"]);
    const thenAlone = await review(demo, ["--json", "--as-of", "2026-05-01"]);
    expect(then.stdout).toBe(thenAlone.stdout);
  });

  it("counts a decision of six analysts and one of the risk analyst alone on the same day", async () => {
    const decidedAt = "2026-01-30T18:00:00.000Z";
    const one = kept({ asOf: "2026-01-30", analysts: ["risk"], decidedAt });
    const { stdout } = await review([...demo, one]);
    expect(stdout).toMatch(/^\| 2026-01-30 \| ACME .+ \| standard +\|$/m);
    expect(stdout).toMatch(/^\| 2026-01-30 \| ACME .+ \| standard, risk only \|$/m);
  });

  it("keeps to the tickers and the model given", async () => {
    const decisions = [...demo, kept({ model: "other", asOf: "2026-01-30" })];
    const { stdout } = await review(decisions, ["peer", "--json"]);
    expect(JSON.parse(stdout).sources[0].decisions).toHaveLength(1);
    const ofModel = await review(decisions, ["--model", "other"]);
    expect(ofModel.stdout).toContain("Made by: other (1).");
  });

  it("measures by another benchmark where one is given", async () => {
    const [usual, other] = await Promise.all([
      review(demo),
      review(demo, [], { TRADING_GRAPH_BENCHMARK: "qqq" }),
    ]);
    expect(usual.stdout).toContain("held against ^GSPC");
    expect(other.stdout).toContain("held against QQQ");
  });

  it("scores each decision on its own source's data", async () => {
    const yahoo = await startYahooStub();
    onTestFinished(() => yahoo.close());
    const decisions = [...demo, kept({ symbol: "AAPL", source: "yahoo", asOf: "2026-01-30" })];
    const env = { YAHOO_BASE_URL: yahoo.url };
    const { code, stdout } = await review(decisions, ["--json"], env);
    expect(JSON.parse(stdout).sources).toMatchObject([
      { source: "yahoo", synthetic: false, summary: { count: 1 } },
      { source: "demo", synthetic: true, summary: { count: 2 } },
    ]);
    expect(yahoo.counts.chart).toBe(2);
    expect(code).toBe(0);
    const demoOnly = await review(decisions, ["--json", "--data", "demo"]);
    expect(JSON.parse(demoOnly.stdout).sources).toHaveLength(1);
  });

  it("is partial without a network: those decisions are unscored, with the reason", async () => {
    const { code, stdout } = await review([
      ...demo,
      kept({ symbol: "AAPL", source: "yahoo", asOf: "2026-01-30" }),
    ]);
    expect(stdout).toMatch(/^- 2026-01-30 AAPL buy over 1m: prices of .+ could not be read: /m);
    expect(stdout).toMatch(/^\| 2026-01-30 \| ACME/m);
    expect(code).toBe(3);
  });

  it("is partial where the memory holds what is no decision", async () => {
    const LOGS_DIR = await temporaryFolder();
    await writeFile(join(LOGS_DIR, "decisions.jsonl"), `{\n${JSON.stringify(demo[0])}\n`);
    const { code, stdout } = await cli(["review"], { env: { LOGS_DIR }, clock });
    expect(stdout).toContain("1 entry of the memory cannot be read");
    expect(stdout).toMatch(/^\| 2026-01-30 \| ACME/m);
    expect(code).toBe(3);
  });

  it("says how to make a decision where none is kept, and that is no failure", async () => {
    const { code, stdout, logsDir } = await review([]);
    expect(stdout).toBe(
      `No decision is kept in "${logsDir}" as of 2026-11-20. Make one: trading-graph analyze AAPL --data demo\n`,
    );
    expect(code).toBe(0);
  });

  it("says what is kept where nothing is of the ticker asked for", async () => {
    const { code, stdout } = await review(demo, ["TSLA"]);
    expect(stdout).toContain("There are 3, on ACME, PEER.");
    expect(code).toBe(0);
  });

  it.each([
    [["--model", "gpt"], '--model: model "gpt" is not known. Valid: rules.'],
    [["--data", "reuters"], '"reuters" is not known. Valid: auto, yahoo, demo.'],
    [["--as-of", "2030-01-01"], "is in the future"],
    [["--benchmark", "a b"], 'ticker "a b" is not a valid symbol'],
    [["../etc"], 'ticker "../etc" is not a valid symbol'],
    [["--jsn"], 'option "--jsn" is not known'],
  ])("takes %j for a mistake of usage", async (argv, message) => {
    const { code, stdout, stderr } = await review(demo, argv);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("ends with 130 when it is interrupted", async () => {
    const LOGS_DIR = await temporaryFolder();
    await createDecisionLog(LOGS_DIR).keep(kept({ asOf: "2026-01-30" }));
    const { code, stderr } = await cli(["review"], {
      env: { LOGS_DIR },
      clock,
      signal: AbortSignal.abort(new Error("interrupted")),
    });
    expect(stderr).toBe("Interrupted.\n");
    expect(code).toBe(130);
  });

  it("tells its options with --help", async () => {
    const { stdout } = await cli(["review", "--help"]);
    for (const flag of ["as-of", "benchmark", "data", "model", "json", "help", "version"]) {
      expect(stdout).toContain(`--${flag}`);
    }
  });
});

import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RunEvent } from "#core/event.ts";
import type { Span } from "#core/span.ts";
import { span, toolSpan } from "../../core/examples.ts";
import { cli } from "../../helpers/cli.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const sequential = [
  span("dispatcher", 0, 10),
  span("market_analyst", 10, 60),
  toolSpan("get_quote(AAPL)", "market_analyst", 11, 20),
  toolSpan("get_news(AAPL)", "market_analyst", 20, 30),
  span("news_analyst", 60, 90),
];

function eventsOf(spans: readonly Span[]): RunEvent[] {
  const told = spans.flatMap(({ name, kind, parent, startedAt, endedAt, error }): RunEvent[] => [
    { type: "span_started", name, kind, parent, at: startedAt },
    { type: "span_ended", name, kind, parent, at: endedAt, ms: endedAt - startedAt, error },
  ]);
  return told.sort((a, b) => a.at - b.at);
}

const runEnded: RunEvent = { type: "run_ended", ms: 90, error: null, at: 90 };

/** A logs folder in which these events are kept as the run `run-1`. */
async function keep(events: readonly RunEvent[]): Promise<string> {
  const logsDir = await temporaryFolder();
  await mkdir(join(logsDir, "runs", "run-1"), { recursive: true });
  const lines = events.map((event, index) => `${JSON.stringify({ ...event, seq: index + 1 })}\n`);
  await writeFile(join(logsDir, "runs", "run-1", "events.jsonl"), lines.join(""));
  return logsDir;
}

describe("trace-check", () => {
  it("shows the timeline of a run and that its work was done at once", async () => {
    const { logsDir } = await cli(["analyze", "AAPL", "--data", "demo", "--quiet"]);
    const [id = ""] = await readdir(join(logsDir, "runs"));
    const { code, stdout } = await cli(["trace-check", join(logsDir, "runs", id)]);
    expect(stdout).toContain("Verdict: the work was done at once.");
    expect(stdout).toMatch(/^holds +there is a moment when all analysts are at work: 6 of 6/m);
    expect(stdout).toMatch(/^market_analyst +│.*█/m);
    expect(code).toBe(0);
  });

  it("fails for a run whose work was done one after another", async () => {
    const logsDir = await keep([...eventsOf(sequential), runEnded]);
    const { code, stdout } = await cli(["trace-check", "run-1"], { env: { LOGS_DIR: logsDir } });
    expect(stdout).toContain("Verdict: the work was not done at once.");
    expect(stdout).toMatch(/^FAILS +there is a moment when all analysts are at work: 1 of 2/m);
    expect(stdout).toMatch(/^FAILS +the tool calls of market_analyst overlap: 1 of 2/m);
    expect(code).toBe(1);
  });

  it("prints JSON that can move no terminal, and that reads back as it was", async () => {
    const name = "get_quote(\u009b2J\u202eAAPL)";
    const spans = [...sequential, toolSpan(name, "news_analyst", 61, 70)];
    const env = { LOGS_DIR: await keep([...eventsOf(spans), runEnded]) };
    const { stdout } = await cli(["trace-check", "run-1", "--json"], { env });
    expect(stdout.trimEnd()).not.toMatch(/\p{C}/u);
    const names = JSON.parse(stdout).spans.map((one: Span) => one.name);
    expect(names).toContain(name);
  });

  it("prints one JSON object with --json", async () => {
    const logsDir = await keep([...eventsOf(sequential), runEnded]);
    const env = { LOGS_DIR: logsDir };
    const { code, stdout } = await cli(["trace-check", "run-1", "--json"], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      runId: "run-1",
      holds: false,
      checks: [{ holds: false, figures: { analysts: 2, atOnce: 1 } }, {}, {}, {}],
      timeline: { wallMs: 90 },
      spans: sequential,
    });
    expect(code).toBe(1);
  });

  it("names what has no end in a run that was cut short", async () => {
    const logsDir = await keep(eventsOf(sequential).slice(0, 4));
    const { code, stderr } = await cli(["trace-check", "run-1"], { env: { LOGS_DIR: logsDir } });
    expect(stderr).toBe(
      "Error: run run-1 was cut short: no end of market_analyst, market_analyst/get_quote(AAPL).\n",
    );
    expect(code).toBe(1);
  });

  it("says so when a run's events stop between two spans", async () => {
    const logsDir = await keep(eventsOf(sequential));
    const { code, stderr } = await cli(["trace-check", "run-1"], { env: { LOGS_DIR: logsDir } });
    expect(stderr).toBe("Error: run run-1 was cut short: its events have no end.\n");
    expect(code).toBe(1);
  });

  it.each([
    [[], "no run given"],
    [["a", "b"], "takes one run, 2 given"],
    [["no-such-run"], 'run "no-such-run" is not known'],
    [["a", "--jsn"], 'option "--jsn" is not known'],
  ])("takes %j for a mistake of usage", async (argv, message) => {
    const { code, stderr } = await cli(["trace-check", ...argv]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe("trace-check of a contest", () => {
  it("proves that its authors were at work at once", async () => {
    const argv = ["strategies", "AAPL", "--data", "demo", "--from", "2023-11-20", "--quiet"];
    const { logsDir } = await cli([...argv, "--models", "rules:blend,rules:breakout"]);
    const [id = ""] = await readdir(join(logsDir, "runs"));
    const { code, stdout } = await cli(["trace-check", id], { logsDir });
    expect(code).toBe(0);
    expect(stdout).toContain("a moment when all authors are at work: 2 of 2 at once");
    expect(stdout).toContain("slowest author");
  });
});

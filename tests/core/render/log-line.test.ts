import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { RunEvent } from "#core/event.ts";
import { logLine } from "#core/render/log-line.ts";
import type { SpanKind } from "#core/span.ts";

const AT = Date.UTC(2026, 10, 20, 10, 0, 0, 125);
const HOSTILE = "down\n2026-11-20 10:00:00 fake ⏱️ START\r\x1b[2J\u202e\x9b 1";

function span(name: string, kind: SpanKind, parent: string | null, at: number): RunEvent[] {
  const ref = { name, kind, parent };
  return [
    { type: "span_started", ...ref, at },
    { type: "span_ended", ...ref, at: at + 1_500, ms: 1_500, error: null },
  ];
}

const EVENTS: readonly RunEvent[] = [
  { type: "notice", text: "SYNTHETIC DATA", at: AT },
  ...span("dispatcher", "dispatcher", null, AT),
  ...span("market_analyst", "analyst", null, AT + 1_500),
  ...span("get_indicator(AAPL,rsi_14)", "tool", "market_analyst", AT + 1_501),
  { type: "text", node: "market_analyst", text: "START", at: AT },
  { type: "run_ended", ms: 4_250, error: null, at: AT + 4_250 },
];
const LOG = EVENTS.flatMap((event) => logLine(event, "run-1") ?? []).join("\n");

const noTools = ["sh", "grep", "awk"].some((tool) => spawnSync(tool, ["--version"]).error);

function shell(command: string): string[] {
  return execFileSync("sh", ["-c", command], { input: `${LOG}\n`, encoding: "utf8" })
    .trimEnd()
    .split("\n");
}

describe.skipIf(noTools)("the log, where grep and awk are installed,", () => {
  it('shows start and end of dispatcher, analyst and tool to grep "⏱️"', () => {
    expect(shell('grep "⏱️"')).toEqual([
      "2026-11-20 10:00:00.125Z dispatcher ⏱️ START run=run-1 1795168800.125",
      "2026-11-20 10:00:01.625Z dispatcher ⏱️ END run=run-1 duration=1.500s 1795168801.625",
      "2026-11-20 10:00:01.625Z market_analyst ⏱️ START run=run-1 1795168801.625",
      "2026-11-20 10:00:03.125Z market_analyst ⏱️ END run=run-1 duration=1.500s 1795168803.125",
      "2026-11-20 10:00:01.626Z market_analyst/get_indicator(AAPL,rsi_14) ⏱️ START run=run-1 1795168801.626",
      "2026-11-20 10:00:03.126Z market_analyst/get_indicator(AAPL,rsi_14) ⏱️ END run=run-1 duration=1.500s 1795168803.126",
      "2026-11-20 10:00:04.375Z run ⏱️ Total execution time: 4.250 s run=run-1 1795168804.375",
    ]);
  });

  it("shows day, time, span and epoch seconds of every start to grep START and awk", () => {
    expect(shell("grep START | awk '{print $1,$2,$3,$NF}'")).toEqual([
      "2026-11-20 10:00:00.125Z dispatcher 1795168800.125",
      "2026-11-20 10:00:01.625Z market_analyst 1795168801.625",
      "2026-11-20 10:00:01.626Z market_analyst/get_indicator(AAPL,rsi_14) 1795168801.626",
    ]);
  });

  it('shows the time of the whole run to grep "Total execution time"', () => {
    expect(shell('grep "Total execution time"')).toHaveLength(1);
  });
});

describe("the log", () => {
  it("ends every line with the time in epoch seconds", () => {
    for (const line of LOG.split("\n")) expect(line).toMatch(/ \d{10}\.\d{3}$/);
  });

  it("does not keep what a model writes", () => {
    expect(logLine({ type: "text", node: "n", text: "t", at: AT }, "run-1")).toBeNull();
  });

  it.each<RunEvent>([
    { type: "notice", text: HOSTILE, at: AT },
    { type: "run_ended", ms: 1, error: HOSTILE, at: AT },
    { type: "span_ended", name: "n", kind: "tool", parent: null, ms: 1, error: HOSTILE, at: AT },
  ])("keeps hostile text on the one line of its $type, and no escape sequence", (event) => {
    const line = logLine(event, "run-1");
    expect(line).toContain("down 2026-11-20");
    expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(line?.endsWith(" 1795168800.125")).toBe(true);
  });

  it("says why a span or a run failed", () => {
    const end = { ms: 1, error: 'host "x" is down', at: AT };
    const failed = 'failed="host \\"x\\" is down"';
    expect(logLine({ type: "run_ended", ...end }, "r")).toContain(failed);
    const ended = { type: "span_ended", name: "n", kind: "tool", parent: "p", ...end } as const;
    expect(logLine(ended, "r")).toContain(`p/n ⏱️ END run=r ${failed} duration=0.001s`);
  });

  it("has what a strategy has come to, by its author, and why it has come to nothing", () => {
    const end = {
      type: "strategy_ended",
      node: "rules:breakout",
      code: "// long",
      answer: null,
      at: AT,
    } as const;
    const figures = { sharpe: 0.82, totalReturn: 0.341, failure: null };
    expect(logLine({ ...end, ...figures }, "r")).toBe(
      "2026-11-20 10:00:00.125Z rules:breakout STRATEGY run=r SHARPE=0.8200 RETURN=0.3410 1795168800.125",
    );
    const none = { sharpe: null, totalReturn: null, failure: HOSTILE };
    const line = logLine({ ...end, ...none }, "r");
    expect(line).toMatch(
      /STRATEGY run=r failed="down .*" SHARPE=unknown RETURN=unknown 1795168800/,
    );
    expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { AgentOutcome } from "#core/chain/agent-outcome.ts";
import type { RunEvent } from "#core/event.ts";
import { afterEvent, type LiveRow, liveLines, waitingRows } from "#core/render/live-rows.ts";
import { failed, outcome, skipped } from "../chain/examples.ts";

const NODE = "market_analyst";
const node = { name: NODE, kind: "analyst", parent: null } as const;
const tool = { name: "get_quote(AAPL)", kind: "tool", parent: NODE } as const;

function rowsAfter(events: readonly RunEvent[]): LiveRow[] {
  return events.reduce(afterEvent, waitingRows(["dispatcher", NODE]));
}

const text = (written: string): RunEvent => ({ type: "text", node: NODE, text: written, at: 0 });

const started: RunEvent = { type: "span_started", ...node, at: 1_000 };
const ended = (error: string | null): RunEvent => {
  return { type: "span_ended", ...node, at: 3_000, ms: 2_000, error };
};

/** Columns that a terminal takes for Latin text, ideographs and emoji. */
function columnsOf(line: string): number {
  return [...line].reduce(
    (sum, char) => sum + (/[\p{sc=Han}\p{RGI_Emoji}]/v.test(char) ? 2 : 1),
    0,
  );
}

describe("the rows of a run", () => {
  it("wait, work, and are done or have failed", () => {
    const lineAfter = (...events: RunEvent[]) => liveLines(rowsAfter(events), 2_500, 80, false)[1];
    expect(lineAfter()?.trimEnd()).toBe("· market_analyst");
    expect(lineAfter(started)?.trimEnd()).toBe("▶ market_analyst   1.50 s");
    expect(lineAfter(started, ended(null))?.trimEnd()).toBe("✓ market_analyst   2.00 s");
    expect(lineAfter(started, ended("down"))?.trimEnd()).toBe("✗ market_analyst   2.00 s");
  });

  it("count the tools that have started and those that are done, well or not", () => {
    const begin: RunEvent = { type: "span_started", ...tool, at: 1 };
    const end: RunEvent = { type: "span_ended", ...tool, at: 2, ms: 1, error: "down" };
    const rows = rowsAfter([started, begin, begin, end]);
    expect(rows[1]).toMatchObject({ toolsStarted: 2, toolsDone: 1, failed: false });
    expect(liveLines(rows, 2, 80, false)[1]).toContain("1/2 tools");
  });

  it("show the end of what their model has written, on one line and without escape sequences", () => {
    const rows = rowsAfter([started, text("A long beginning. "), text("\x1b[2J\rthe\nvery   end")]);
    expect(liveLines(rows, 2_000, 60, false)[1]).toMatch(/the very end$/);
    expect(liveLines(rows, 2_000, 60, false)[1]).not.toContain("long beginning");
  });

  it("keep no more of it than a screen can show", () => {
    expect(rowsAfter([text("x".repeat(10_000))])[1]?.tail).toHaveLength(400);
  });

  it("leave the other rows, and the rows before, as they were", () => {
    const rows = waitingRows(["dispatcher", NODE]);
    const next = afterEvent(rows, started);
    expect(next[0]).toBe(rows[0]);
    expect(rows).toEqual(waitingRows(["dispatcher", NODE]));
    expect(afterEvent(rows, { type: "notice", text: "x", at: 0 })).toEqual(rows);
    expect(afterEvent(rows, { type: "span_started", ...node, name: "merge", at: 0 })).toEqual(rows);
  });

  it.each([0, 1, 10, 40, 80, 200])("are never wider than a window of %d columns", (columns) => {
    for (const written of ["plain text ".repeat(60), "漢字".repeat(200), "😀 up ".repeat(100)]) {
      for (const line of liveLines(rowsAfter([started, text(written)]), 2_000, columns, false)) {
        expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      }
    }
  });

  it("fill the window with wide characters, counted double", () => {
    const [, line = ""] = liveLines(rowsAfter([started, text("漢".repeat(200))]), 2_000, 80, false);
    expect(columnsOf(line)).toBeGreaterThan(76);
  });

  it("are coloured as they are written, and end every colour", () => {
    const rows = rowsAfter([started, text("up")]);
    const plain = liveLines(rows, 2_000, 80, false);
    const colored = liveLines(rows, 2_000, 80, true);
    expect(colored.map(stripVTControlCharacters)).toEqual(plain);
    for (const line of colored) expect(line.endsWith("\x1b[0m")).toBe(true);
    expect(liveLines([], 0, 80, true)).toEqual([]);
  });
});

describe("the row of a chain's agent", () => {
  const agent = { name: "a", kind: "agent", parent: null } as const;
  const told = (outcome: AgentOutcome): RunEvent => ({ type: "agent_ended", outcome, at: 3_000 });
  const begin: RunEvent = { type: "span_started", ...agent, at: 1_000 };
  const end: RunEvent = { type: "span_ended", ...agent, at: 3_000, ms: 2_000, error: "down" };

  it.each([
    ["failed", [begin, end, told(failed("a"))], /^✗ a {3}2\.00 s .* timeout: /],
    ["skipped", [told(skipped("a"))], /^– a +not asked: first is not bullish\./],
    ["kept", [told(outcome("a"))], /^✓ a +0\.0 ms +$/],
    ["asked anew", [told(skipped("a")), begin], /^▶ a +1\.50 s +$/],
  ] as const)("that is %s says so, and why", (_, events, line) => {
    const rows = events.reduce(afterEvent, waitingRows(["a"]));
    expect(liveLines(rows, 2_500, 80, false)[0]).toMatch(line);
  });
});

const AUTHOR = "rules:breakout";
const author = { name: AUTHOR, kind: "author", parent: null } as const;

const step = (name: string): RunEvent => {
  return { type: "span_started", name, kind: "author_step", parent: AUTHOR, at: 1_000 };
};
const strategy = (failure: string | null): RunEvent => ({
  type: "strategy_ended",
  node: AUTHOR,
  sharpe: failure === null ? 0.82 : null,
  totalReturn: failure === null ? 0.341 : null,
  failure,
  code: null,
  answer: null,
  at: 3_000,
});
const authorStarted: RunEvent = { type: "span_started", ...author, at: 1_000 };
const authorEnded = (error: string | null): RunEvent => {
  return { type: "span_ended", ...author, at: 3_000, ms: 2_000, error };
};

describe("an author's row", () => {
  const lineAfter = (...events: RunEvent[]) => {
    const rows = events.reduce(afterEvent, waitingRows([AUTHOR]));
    return liveLines(rows, 2_500, 80, false)[0];
  };
  const code: RunEvent = { type: "text", node: AUTHOR, text: "return 1;", at: 1_100 };

  it.each([
    ["write", "    writing"],
    ["check", "   checking"],
    ["dry_run", "    dry run"],
    ["backtest", "backtesting"],
  ])("shows %s as %j, and the end of the code", (name, words) => {
    expect(lineAfter(authorStarted, code, step(name))).toBe(
      `▶ rules:breakout   1.50 s ${words}  return 1;`,
    );
  });

  it("shows that it repairs when it writes again, and begins anew with the author", () => {
    const again = [authorStarted, step("write"), step("check"), step("write")];
    expect(lineAfter(...again)).toContain("  repairing");
    expect(lineAfter(...again, step("check"))).toContain("  checking");
    expect(lineAfter(...again, authorStarted, step("write"))).toContain("  writing");
  });

  it("shows its figures instead of step and code once there are some", () => {
    const done = [authorStarted, step("backtest"), code, strategy(null)];
    const words = "Sharpe 0.82, +34.10 % out of sample";
    expect(lineAfter(...done)).toBe(`▶ rules:breakout   1.50 s              ${words}`);
    expect(lineAfter(...done, authorEnded(null))).toBe(
      `✓ rules:breakout   2.00 s              ${words}`,
    );
  });

  it("shows the beginning of its reason, however the failure was told", () => {
    const why = `no function\n\x1b[2J${" and more".repeat(40)}`;
    const line = `✗ rules:breakout   2.00 s              no function and more`;
    expect(lineAfter(authorStarted, strategy(why), authorEnded(null))?.startsWith(line)).toBe(true);
    expect(lineAfter(authorStarted, code, authorEnded(why))?.startsWith(line)).toBe(true);
    expect(lineAfter(authorStarted, code, authorEnded(why))).toHaveLength(79);
  });

  it("has a name that cannot disturb a terminal", () => {
    const [line] = liveLines(waitingRows(["a\x1b[2J\nb"]), 0, 80, false);
    expect(line?.trimEnd()).toBe("· a b");
  });
});

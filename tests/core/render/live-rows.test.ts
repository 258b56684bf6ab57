import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { RunEvent } from "#core/event.ts";
import { afterEvent, type LiveRow, liveLines, waitingRows } from "#core/render/live-rows.ts";

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

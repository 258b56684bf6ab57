import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createLiveView } from "#app/terminal/live-view.ts";

const SHOW_CURSOR = "\x1b[?25h";

/** A terminal of 40 columns that remembers what was written, frame by frame. */
function view({ color = false, rows = 24 } = {}) {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const writes: string[] = [];
  const output = { isTTY: true, columns: 40, rows, write: (text: string) => writes.push(text) };
  const live = createLiveView(output, ["dispatcher", "news_analyst"], { now: () => 2_000 }, color);
  const lastFrame = () => {
    const frame = writes.filter((text) => text.includes("?2026h")).at(-1) ?? "";
    return frame.split("\n").map((line) => line.split("\x1b[2K").at(-1) ?? "");
  };
  return { live, writes, lastFrame };
}

describe("the live view", () => {
  it("shows every row before anything has happened, and hides the cursor", () => {
    const { writes, lastFrame } = view();
    expect(writes[0]).toBe("\x1b[?25l");
    expect(lastFrame()[0]).toContain("· dispatcher");
    expect(lastFrame()[1]).toContain("· news_analyst");
  });

  it("draws ten frames a second over the one before, however many events come", () => {
    const { live, writes } = view();
    const before = writes.length;
    for (let i = 0; i < 500; i += 1) {
      live.onEvent({ type: "text", node: "news_analyst", text: "word ", at: 1_000 });
    }
    vi.advanceTimersByTime(1_000);
    expect(writes.length - before).toBe(10);
    expect(writes.at(-1)).toContain("\x1b[2A");
  });

  it("shows state, time, tools and the end of the text, no wider than the window", () => {
    const { live, lastFrame } = view();
    const span = { name: "news_analyst", kind: "analyst", parent: null } as const;
    live.onEvent({ type: "span_started", ...span, at: 1_000 });
    live.onEvent({
      type: "span_started",
      name: "get_news(AAPL)",
      kind: "tool",
      parent: "news_analyst",
      at: 1_000,
    });
    live.onEvent({
      type: "text",
      node: "news_analyst",
      text: "long \x1b[2J ".repeat(40),
      at: 1_000,
    });
    vi.advanceTimersByTime(100);
    const row = lastFrame()[1] ?? "";
    expect(row).toContain("▶ news_analyst");
    expect(row).toContain("1.00 s");
    expect(row).toContain("0/1 tools");
    expect(row).not.toContain("\x1b");
    expect(row.length).toBeLessThan(40);
  });

  it("shows a notice above the rows", () => {
    const { live, lastFrame } = view();
    live.onEvent({ type: "notice", text: "SYNTHETIC DATA: a test.", at: 1_000 });
    vi.advanceTimersByTime(100);
    expect(lastFrame()[0]).toBe("SYNTHETIC DATA: a test.");
  });

  it("shows beneath the rows what was last said of a group", () => {
    const { live, lastFrame } = view();
    const nodes = ["dispatcher", "news_analyst"];
    const span = (name: string) => ({ name, kind: "agent", parent: null }) as const;
    live.onEarlier([
      { type: "planned", groups: [{ name: "desk", nodes, how: "parallel" }], at: 0 },
      ...nodes.map((name) => ({ type: "span_started", ...span(name), at: 1_000 }) as const),
    ]);
    vi.advanceTimersByTime(100);
    expect(lastFrame()[2]).toBe("desk: 2 start together");
    for (const name of nodes) {
      live.onEvent({ type: "span_ended", ...span(name), at: 1_040, ms: 40, error: null });
    }
    vi.advanceTimersByTime(100);
    expect(lastFrame()[2]).toMatch(/^desk: both ended in 40 ms/);
    expect(lastFrame()[3]).not.toContain("desk");
  });

  it("never grows past the window's height", () => {
    const { lastFrame } = view({ rows: 2 });
    expect(lastFrame().filter((line) => line !== "" && !line.includes("?2026l"))).toHaveLength(1);
  });

  it("gives the cursor back and draws no more when it stops", () => {
    const { live, writes } = view();
    live.stop();
    expect(writes.at(-1)).toBe(SHOW_CURSOR);
    const count = writes.length;
    vi.advanceTimersByTime(1_000);
    expect(writes).toHaveLength(count);
  });

  it("colours only where colour is wanted", () => {
    expect(view({ color: true }).lastFrame()[0]).toContain("\x1b[2m");
    expect(view({ color: false }).lastFrame()[0]).not.toContain("\x1b");
  });
});

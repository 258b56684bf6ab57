import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createLiveListView, createPlainListView } from "#app/terminal/list-view.ts";
import { progressAtStart } from "#core/watchlist/progress.ts";
import { news } from "../../core/watchlist/records.ts";

const start = progressAtStart(3, [], 2);

/** A terminal that remembers what was written. */
function terminal(columns = 80) {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const writes: string[] = [];
  const output = { isTTY: true, columns, rows: 24, write: (text: string) => writes.push(text) };
  const lastFrame = () => {
    const frame = writes.filter((text) => text.includes("?2026h")).at(-1) ?? "";
    return frame.split("\n").map((line) => line.split("\x1b[2K").at(-1) ?? "");
  };
  return { output, writes, lastFrame };
}

describe("the live view of a list", () => {
  it("shows one line for the list and one for each run at work", () => {
    const { output, lastFrame } = terminal();
    const view = createLiveListView(output, start, { now: () => 2_000 });
    view.onNews(news("AAPL", "running", 0));
    view.onNews(news("MSFT", "running", 1_000));
    vi.advanceTimersByTime(100);
    expect(lastFrame().slice(0, 3)).toEqual([
      "0 of 3 done · 2 running · 1 waiting · time left unknown · spent 0 tokens, cost ",
      "▶ AAPL    2.00 s",
      "▶ MSFT    1.00 s",
    ]);
    view.stop();
  });

  it("takes 80 columns for those of a terminal that does not know", () => {
    const { output, lastFrame } = terminal(0);
    createLiveListView(output, start, { now: () => 0 }).stop();
    expect(lastFrame()[0]).toContain("0 of 3 done · 0 running · 3 waiting");
  });

  it("clears the lines of runs that have ended", () => {
    const { output, writes, lastFrame } = terminal();
    const view = createLiveListView(output, start, { now: () => 2_000 });
    view.onNews(news("AAPL", "running", 0));
    vi.advanceTimersByTime(100);
    view.onNews(news("AAPL", "failed", 1_000, { error: "no\x1b[5A way" }));
    view.stop();
    expect(lastFrame()).toHaveLength(2);
    expect(lastFrame()[0]).toContain("0 of 3 done, 1 failed · 0 running · 2 waiting");
    expect(writes.at(-2)).toContain("\x1b[2A");
    expect(writes.at(-2)).toContain("\x1b[J");
    expect(writes.at(-1)).toBe("\x1b[?25h");
    expect(writes.join("")).not.toContain("\x1b[5A");
  });
});

describe("the plain view of a list", () => {
  it("prints a line for each run that has ended, and none for others", () => {
    const { output, writes } = terminal();
    const view = createPlainListView(output, start);
    view.onNews(news("AAPL", "running", 0));
    view.onNews(news("AAPL", "failed", 1_000, { error: "no\r\n\x1b[1Away\u202e" }));
    view.onNews(news("MSFT", "skipped", 1_000, { error: "interrupted" }));
    view.stop();
    expect(writes).toEqual([
      "1 of 3: AAPL failed after 1.00 s: no way · 0 running · 2 waiting · time left 1 s · spent 0 tokens, cost 0.00 USD · without 1 run that has no result\n",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { afterNews, progressAtStart } from "#core/watchlist/progress.ts";
import { endedLine, progressFrame, progressLine } from "#core/watchlist/render/progress-lines.ts";
import type { RunNews } from "#core/watchlist/run-news.ts";
import { news, usage } from "../records.ts";

const start = progressAtStart(4, [], 2);
const told = (...all: RunNews[]) => all.reduce(afterNews, start);
const lineOf = (event: RunNews, ...earlier: RunNews[]) => {
  const before = told(...earlier);
  return endedLine(before, event, afterNews(before, event));
};

describe("the progress line", () => {
  it("tells done, running, waiting, the time left and what is spent", () => {
    const progress = told(
      news("A", "running", 0),
      news("B", "running", 0),
      news("A", "done", 2_000, { usage }),
      news("C", "running", 2_000),
    );
    expect(progressLine(progress, 2_000)).toBe(
      "1 of 4 done · 2 running · 1 waiting · time left 2 s · spent 1200 tokens, cost 0.0100 USD",
    );
  });

  it("says unknown of the time left before the first has ended", () => {
    expect(progressLine(told(news("A", "running", 0)), 10)).toContain("time left unknown");
  });

  it("says unknown of a cost that is not known, and counts those that tell nothing", () => {
    const unpriced = { usage: { ...usage, usd: null } };
    const progress = told(
      news("A", "running", 0),
      news("A", "done", 10, unpriced),
      news("B", "running", 0),
      news("B", "timeout", 10),
    );
    expect(progressLine(progress, 10)).toMatch(
      /^1 of 4 done, 1 timed out .* spent 1200 tokens, cost unknown · without 1 run that has no result$/,
    );
  });
});

describe("the time left", () => {
  const finishedIn = (tookMs: number, ...more: RunNews[]) =>
    told(news("A", "running", 0), news("A", "done", tookMs), ...more);

  it("is in minutes and hours where it is long", () => {
    expect(progressLine(finishedIn(2_000_000), 2_000_000)).toContain("time left 50 min ·");
    expect(progressLine(finishedIn(5_000_000), 5_000_000)).toContain("time left 2 h 5 min ·");
  });

  it("is any moment now once runs take longer than others before them", () => {
    const last = [news("B", "running", 0), news("C", "running", 0), news("D", "running", 0)];
    const line = progressLine(finishedIn(1_000, ...last), 5_000);
    expect(line).toContain("3 running · 0 waiting · done any moment now · spent");
  });

  it("is not told of once nothing runs or waits", () => {
    const skipped = ["B", "C", "D"].map((symbol) => news(symbol, "skipped", 1_000));
    expect(progressLine(finishedIn(1_000, ...skipped), 1_000)).toContain(
      "0 running · 0 waiting · spent",
    );
  });
});

describe("the frame of the live view", () => {
  it("has a line for the list and one for each run at work, no wider than the window", () => {
    const progress = told(news("AAPL", "running", 0), news("BRK-B", "running", 500));
    expect(progressFrame(progress, 1_500, 40)).toEqual([
      "0 of 4 done · 2 running · 2 waiting · t",
      "▶ AAPL     1.50 s",
      "▶ BRK-B    1.00 s",
    ]);
  });
});

describe("the line of a run that has ended", () => {
  it("tells its place, how it ended and how far the list has come", () => {
    expect(lineOf(news("A", "done", 1_200, { usage }), news("A", "running", 0))).toBe(
      "1 of 4: A done in 1.20 s · 0 running · 3 waiting · time left 2 s · spent 1200 tokens, cost 0.0100 USD",
    );
  });

  it("tells how long it was worked on, as its row does, without the pauses", () => {
    const resumed = news("A", "done", 8_340, { usage, ms: 2_401 });
    expect(lineOf(resumed, news("A", "running", 0))).toContain("A done in 2.40 s · ");
  });

  it("tells why it has no result, on one line that moves no cursor", () => {
    const failed = news("A", "failed", 1_200, { error: "no\nway\x1b[1A\u202e" });
    expect(lineOf(failed, news("A", "running", 0))).toMatch(
      /^1 of 4: A failed after 1\.20 s: no way · /,
    );
  });

  it("is none for a run that begins, and for one that the list's end has skipped", () => {
    expect(lineOf(news("A", "running", 0))).toBeNull();
    expect(lineOf(news("A", "skipped", 0, { error: "interrupted" }))).toBeNull();
    expect(lineOf(news("A", "interrupted", 9), news("A", "running", 0))).toBeNull();
  });
});

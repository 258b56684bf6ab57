import { describe, expect, it } from "vitest";
import {
  afterNews,
  type ListProgress,
  progressAtStart,
  timeLeft,
  waitingCount,
} from "#core/watchlist/progress.ts";
import type { RunNews } from "#core/watchlist/run-news.ts";
import { done, news, undone, usage } from "./records.ts";

const told = (start: ListProgress, ...all: RunNews[]) => all.reduce(afterNews, start);
const eight = progressAtStart(8, [], 2);

describe("the progress of a list", () => {
  it("counts what is done, running and waiting", () => {
    const progress = told(
      eight,
      news("A", "running", 0),
      news("B", "running", 0),
      news("A", "done", 1_000, { usage }),
      news("C", "running", 1_000),
    );
    expect(progress.ended.done).toBe(1);
    expect([...progress.running]).toEqual([
      ["B", 0],
      ["C", 1_000],
    ]);
    expect(waitingCount(progress)).toBe(5);
    expect(progress.spent).toEqual(usage);
  });

  it("begins with what was finished before it was gone on with", () => {
    const progress = progressAtStart(3, [done("A"), undone("B", "failed")], 2);
    expect(progress).toMatchObject({ ended: { done: 1, failed: 1 }, spent: usage, unaccounted: 1 });
    expect(waitingCount(progress)).toBe(1);
  });

  it("does not know the time left before a run has ended", () => {
    expect(timeLeft(told(eight, news("A", "running", 0)), 500)).toBeNull();
  });

  it("takes the time left for what is left of runs as long as those before, shared by the workers", () => {
    const progress = told(
      eight,
      news("A", "running", 0),
      news("B", "running", 500),
      news("A", "done", 1_000),
      news("C", "running", 1_000),
    );
    // Half of B, all of C and five that wait, by two.
    expect(timeLeft(progress, 1_000)).toBe((500 + 1_000 + 5_000) / 2);
  });

  it("takes for how long runs took what was worked on them, without pauses", () => {
    const two = progressAtStart(2, [], 1);
    const resumed = [news("A", "running", 0), news("A", "done", 9_000, { ms: 2_000 })];
    expect(timeLeft(told(two, ...resumed), 9_000)).toBe(2_000);
  });

  it("shares what is left by no more workers than there are runs", () => {
    const two = progressAtStart(2, [], 8);
    const progress = told(
      two,
      news("A", "running", 0),
      news("A", "failed", 800),
      news("B", "running", 800),
    );
    expect(timeLeft(progress, 800)).toBe(800);
    expect(timeLeft(told(progress, news("B", "done", 1_600)), 1_600)).toBe(0);
  });

  it("counts runs that ended without a result as unaccounted, but not those never begun", () => {
    const progress = told(
      eight,
      news("A", "running", 0),
      news("A", "failed", 10),
      news("B", "skipped", 20),
    );
    expect(progress).toMatchObject({ unaccounted: 1, ended: { failed: 1, skipped: 1 } });
  });

  it("lets a run wait again that somebody else has taken over", () => {
    const progress = told(eight, news("A", "running", 0), news("A", "waiting", 10));
    expect(progress.running.size).toBe(0);
    expect(waitingCount(progress)).toBe(8);
  });
});

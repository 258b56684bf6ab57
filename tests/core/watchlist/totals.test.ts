import { describe, expect, it } from "vitest";
import { unknownUsage } from "#core/usage.ts";
import { listStatus, totalsOf } from "#core/watchlist/totals.ts";
import { done, summary, unbegun, undone, usage } from "./records.ts";

describe("the totals of a list", () => {
  it("count statuses, and hold work against the time in which any was done", () => {
    const totals = totalsOf([
      done("AAPL", { startedAt: 0, endedAt: 1_000 }),
      done("MSFT", { startedAt: 500, endedAt: 1_500 }),
      undone("NVDA", "failed", { startedAt: 5_000, endedAt: 5_500 }),
      unbegun("AMD"),
    ]);
    expect(totals).toMatchObject({
      counts: { done: 2, failed: 1, timeout: 0, skipped: 1 },
      wallMs: 2_000,
      workMs: 2_500,
      overlap: 1.25,
    });
  });

  it("add up what results say was used, and count the runs that say nothing", () => {
    const runs = [done("AAPL"), done("MSFT"), undone("NVDA", "timeout"), unbegun("AMD")];
    const { usage: used, unaccounted } = totalsOf(runs);
    expect(used).toMatchObject({ inputTokens: 2_000, outputTokens: 400, usd: 0.02 });
    expect(unaccounted).toBe(1);
  });

  it("do not know a sum of which a part is unknown", () => {
    const unknown = done("MSFT", { summary: summary({ usage: { ...usage, usd: null } }) });
    expect(totalsOf([done("AAPL"), unknown]).usage).toMatchObject({
      usd: null,
      inputTokens: 2_000,
    });
    const none = done("MSFT", { summary: summary({ usage: unknownUsage }) });
    expect(totalsOf([done("AAPL"), none]).usage).toEqual(unknownUsage);
  });

  it("know no overlap where nothing was done", () => {
    expect(totalsOf([unbegun("AAPL")])).toMatchObject({ wallMs: 0, workMs: 0, overlap: null });
  });
});

describe("what a list comes to", () => {
  it("is ok when every run is done and whole", () => {
    expect(listStatus([done("AAPL"), done("MSFT")])).toBe("ok");
  });

  it("is partial when a run has gaps, or has not been done", () => {
    const gaps = done("MSFT", { summary: summary({ gaps: 1 }) });
    expect(listStatus([done("AAPL"), gaps])).toBe("partial");
    expect(listStatus([done("AAPL"), undone("MSFT", "failed")])).toBe("partial");
  });

  it("is failed when there is no report at all", () => {
    const silent = done("MSFT", { summary: summary({ reports: 0, gaps: 7 }) });
    expect(listStatus([undone("AAPL", "failed"), silent, unbegun("AMD")])).toBe("failed");
  });
});

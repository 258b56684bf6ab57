import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import { failedRun, runOf } from "#core/history-replay/run.ts";
import { noUsage, unknownUsage } from "#core/usage.ts";
import { gap, report, result } from "../examples.ts";

const TIMES = { startedAt: 1_000, endedAt: 3_000 };

describe("a run of the past", () => {
  it("keeps decision, gaps and, each once, what the reports say of their data", () => {
    const reports = [report({ notices: ["stale", "no quote"] }), report({ notices: ["stale"] })];
    const run = runOf(result({ reports, gaps: [gap({ analyst: "news" })] }), TIMES);
    expect(run).toMatchObject({ day: "2026-11-20", decision: { action: "buy" }, ...TIMES });
    expect(run.gaps).toEqual([
      { who: "news", reason: "timeout", message: "the model took longer than 60 s" },
    ]);
    expect(run.notices).toEqual(["stale", "no quote"]);
  });

  it("that the desk refused has used nothing and says why", () => {
    const run = failedRun("2024-01-02", new DeskError("unreachable", "no network"), TIMES);
    expect(run).toMatchObject({ decision: null, usage: noUsage });
    expect(run.gaps).toEqual([{ who: "run", reason: "unreachable", message: "no network" }]);
  });

  it("that broke down has used nobody knows how much", () => {
    const run = failedRun("2024-01-02", new TypeError("oops"), TIMES);
    expect(run.usage).toEqual(unknownUsage);
    expect(run.gaps).toEqual([{ who: "run", reason: "failed", message: "oops" }]);
  });
});

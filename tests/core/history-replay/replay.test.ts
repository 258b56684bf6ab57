import { describe, expect, it } from "vitest";
import { replayOf, replayStatus } from "#core/history-replay/replay.ts";
import { hindsight, question, run } from "./examples.ts";

const failed = run("2024-01-23", null, {
  gaps: [{ who: "run", reason: "unreachable", message: "no network" }],
});

const outcomes = (rows: ReturnType<typeof replayOf>["rows"]) =>
  rows.map(({ outcome }) =>
    outcome?.kind === "scored" ? outcome.score.hit : (outcome?.kind ?? null),
  );

describe("a replay", () => {
  it("scores each decision over its own horizon, and shows the day on which the rest can be", () => {
    const runs = [
      run("2024-01-02", { action: "buy" }),
      run("2024-01-23", { action: "sell" }),
      run("2024-02-13", { action: "buy", horizon: "3m" }),
    ];
    const { rows, summary } = replayOf("id", question, runs, [], hindsight);
    expect(outcomes(rows)).toEqual([true, false, "waiting"]);
    expect(rows[2]?.outcome).toEqual({ kind: "waiting", until: "2024-05-13" });
    expect(summary).toMatchObject({ count: 2, hits: 1, hitRate: 0.5, brier: (0.16 + 0.36) / 2 });
  });

  it("scores all over one horizon where one is asked for", () => {
    const runs = [run("2024-01-02", { horizon: "12m" })];
    const { rows } = replayOf("id", { ...question, horizon: "1w" }, runs, [], hindsight);
    expect(rows[0]?.outcome).toMatchObject({ score: { exitDay: "2024-01-09" } });
  });

  it("goes on as before after a day without a decision", () => {
    const runs = [run("2024-01-02", { action: "buy" }), failed];
    const replay = replayOf("id", question, runs, [], hindsight);
    expect(outcomes(replay.rows)).toEqual([true, null]);
    expect(replay.equity?.desk).toEqual(replay.equity?.buyAndHold);
    expect(replayStatus(replay)).toBe("partial");
  });

  it("follows the desk no further than the first day that an interruption left", () => {
    const runs = [run("2024-01-02", {})];
    const replay = replayOf("id", question, runs, ["2024-01-23", "2024-02-13"], hindsight);
    expect(replay.equity?.to).toBe("2024-01-23");
    expect(replayStatus(replay)).toBe("partial");
  });

  it("sums the work of runs that overlap", () => {
    const first = run("2024-01-02", {});
    const second = { ...first, day: "2024-01-23", startedAt: first.startedAt + 500 };
    const { timing } = replayOf("id", question, [first, second], [], hindsight);
    expect(timing).toEqual({ wallMs: 2_000, workMs: 3_500, overlap: 1.75 });
  });

  it("without one run has nothing to show, and no figure that is not one", () => {
    const replay = replayOf("id", question, [], ["2024-01-02"], hindsight);
    expect(replay).toMatchObject({
      rows: [],
      equity: null,
      summary: { count: 0, hitRate: null, brier: null },
      timing: { wallMs: 0, workMs: 0, overlap: null },
    });
    expect(replayStatus(replay)).toBe("failed");
  });

  it("is ok where every run is whole, and failed where none has decided", () => {
    expect(replayStatus(replayOf("id", question, [run("2024-01-02", {})], [], hindsight))).toBe(
      "ok",
    );
    expect(replayStatus(replayOf("id", question, [failed], [], hindsight))).toBe("failed");
  });

  it("warns that a model may remember the period, and the rules that they were written late", () => {
    const warning = (model: string) =>
      replayOf("id", { ...question, model }, [], [], hindsight).caveats.join(" ");
    expect(warning("gpt-5; portfolio_manager: gpt-4o")).toContain(
      "A model may remember: gpt-5; portfolio_manager: gpt-4o may have been trained on texts of this period",
    );
    expect(warning("rules")).toContain("remember nothing of this period, but they were written by");
  });
});

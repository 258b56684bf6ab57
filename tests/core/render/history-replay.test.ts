import { describe, expect, it } from "vitest";
import { replayOf } from "#core/history-replay/replay.ts";
import { renderHistoryReplay } from "#core/render/history-replay.ts";
import { replayNotices } from "#core/render/replay-notices.ts";
import { replayProgress } from "#core/render/replay-progress.ts";
import { hindsight, question, run } from "../history-replay/examples.ts";

const runs = [
  run("2024-01-02", { action: "buy" }),
  run("2024-01-23", { action: "sell", confidence: 0.7 }),
  run("2024-02-13", null, {
    gaps: [{ who: "run", reason: "unreachable", message: "no network\n# fake heading" }],
  }),
  run("2024-03-05", { action: "hold" }),
];

const shown = (changes: Partial<typeof question> = {}, unfinished: readonly string[] = []) =>
  renderHistoryReplay(replayOf("id", { ...question, ...changes }, runs, unfinished, hindsight));

/** The cells of a table's row, by its first. */
function row(text: string, first: string): string[] {
  const line = text.split("\n").find((one) => one.startsWith(`| ${first} `));
  return (line ?? "").split("|").map((cell) => cell.trim());
}

describe("the report of a replay", () => {
  it("has a row for each day: what was decided, and what came of it", () => {
    const text = shown();
    expect(row(text, "2024-01-02")).toEqual([
      "",
      "2024-01-02",
      "BUY",
      "0.60",
      "1m",
      "+20.63 %",
      "0.00 %",
      "+20.63 %",
      "right",
      "",
    ]);
    expect(row(text, "2024-01-23").slice(2, 4)).toEqual(["SELL", "0.70"]);
    expect(row(text, "2024-01-23").at(-2)).toBe("wrong");
    expect(row(text, "2024-02-13").at(-2)).toBe("no decision (unreachable)");
    expect(row(text, "2024-03-05").at(-2)).toBe("not yet: 2024-04-05");
  });

  it("names what is missing on a line of its own, which can fake no heading", () => {
    const text = shown({}, ["2024-03-26"]);
    expect(text).toContain("- **2024-02-13**, run (unreachable): no network # fake heading");
    expect(text).toContain("- **2024-03-26**, interrupted before it was done");
  });

  it("names once what is missing on many days, with the days", () => {
    const gaps = [{ who: "news", reason: "timeout", message: "too slow" }];
    const late = ["2024-01-02", "2024-01-23"].map((day) => run(day, {}, { gaps }));
    const text = renderHistoryReplay(replayOf("id", question, late, [], hindsight));
    expect(text).toContain("- **2024-01-02, 2024-01-23**, news (timeout): too slow");
  });

  it("says why following the desk came to nothing that is known", () => {
    const text = (decided: Parameters<typeof replayOf>[2]) =>
      renderHistoryReplay(replayOf("id", question, decided, [], hindsight));
    expect(text([])).toContain("Unknown: there is no decision to follow.");
    expect(text([run("2024-03-29", {})])).toContain(
      "Unknown: no bar of ACME lies between the first decision and 2024-03-29.",
    );
  });

  it("tells how the desk did against buy and hold, and what trades were taken to cost", () => {
    const text = shown();
    expect(row(text, "Total return")).toHaveLength(5);
    expect(row(text, "Trades").slice(2, 4)).toEqual(["2", "1"]);
    expect(text).toMatch(/The desk ended \d+\.\d\d percentage points behind buy and hold\./);
    expect(text).toContain("no costs are counted");
    expect(shown({ costs: 5 })).toContain("each trade costs 5 basis points of its value");
  });

  it("says how often the desk was right, and how sure it was", () => {
    const text = shown();
    expect(text).toContain("Right: 1 of 2, a hit rate of 50.00 %.");
    expect(text).toContain("Brier score: 0.325");
    expect(text).toContain("Not yet scored: 1");
    expect(row(text, "0.7 to 0.8").slice(2, 5)).toEqual(["1", "0.70", "0.00"]);
  });

  it("puts the caveats before the figures", () => {
    const text = shown({ model: "gpt-5" });
    expect(text.indexOf("A model may remember")).toBeGreaterThan(0);
    expect(text.indexOf("A model may remember")).toBeLessThan(text.indexOf("## Decisions"));
  });

  it("says that data is synthetic at its top, among the caveats and at its end", () => {
    const notice = "SYNTHETIC DATA: asked for.";
    const text = shown({ data: { source: "demo", synthetic: true, notice } });
    expect(text.startsWith(`> **${notice}**`)).toBe(true);
    expect(text.split(notice)).toHaveLength(4);
    expect(text.trimEnd().endsWith(`${notice}*`)).toBe(true);
  });
});

describe("the notices of a replay", () => {
  it("stand once for all runs that have them, whatever their days", () => {
    const withheld = (day: string) => [`quote withheld from a run as of ${day}`];
    const { rows } = replayOf(
      "id",
      question,
      [
        run("2024-01-02", {}, { notices: withheld("2024-01-02") }),
        run("2024-01-23", {}, { notices: [...withheld("2024-01-23"), "stale"] }),
      ],
      [],
      hindsight,
    );
    expect(replayNotices(rows)).toEqual([
      "2 of 2 runs: quote withheld from a run as of its day",
      "1 of 2 runs: stale",
    ]);
  });
});

describe("the progress of a replay", () => {
  it("is a line a run: what it decided, what it lacks, or why it failed", () => {
    const lacking = run("2024-03-05", {}, { gaps: [{ who: "news", reason: "x", message: "y" }] });
    expect(runs.slice(0, 3).map((one, index) => replayProgress(one, index + 1, 4))).toEqual([
      "1 of 4: 2024-01-02 buy 0.60",
      "2 of 4: 2024-01-23 sell 0.70",
      "3 of 4: 2024-02-13 no decision: no network # fake heading",
    ]);
    expect(replayProgress(lacking, 4, 4)).toBe("4 of 4: 2024-03-05 buy 0.60 without news");
  });
});

import { describe, expect, it } from "vitest";
import { afterMessage, noRun } from "#app/page/client/app/live-run.ts";
import { seenGroups } from "#app/page/client/app/node-state.ts";
import { endWords, statusWords, titleWords } from "#app/page/client/app/run-words.ts";
import { isAtWork, mayBeTakenUp, mayGoOn } from "#app/page/client/app/shown-run.ts";
import { shownState } from "#core/shown-state.ts";
import { events, planned, record, span, text } from "./told.ts";

const begun = [
  planned({ name: "analysts", nodes: ["news_analyst", "risk_analyst"], how: "parallel" }),
  span("started", "news_analyst", 0),
  span("started", "risk_analyst", 1),
  span("ended", "news_analyst", 9),
];

function runAfter(list: typeof begun) {
  const running = afterMessage(noRun, { type: "run", run: record({ state: "running" }) });
  return afterMessage(running, { type: "events", events: events(list) });
}

describe("what is said of a run", () => {
  it("is how far its group has come, and stays the same while tokens come", () => {
    const run = runAfter(begun);
    expect(statusWords(run, seenGroups(run))).toBe("analysts: 1 of 2 done");
    const later = runAfter([...begun, text("risk_analyst", "Beta")]);
    expect(statusWords(later, seenGroups(later))).toBe("analysts: 1 of 2 done");
  });

  it("stands in the page's title", () => {
    const groups = seenGroups(runAfter(begun));
    expect(titleWords(record({ state: "running" }), false, groups)).toBe("1/2 AAPL");
    expect(titleWords(record({ headline: "buy 0.72" }), true, groups)).toBe("✓ AAPL buy 0.72");
    expect(titleWords(record({ state: "failed" }), true, groups)).toBe("✗ AAPL failed");
  });

  it("calls a run cut off that nobody is at", () => {
    expect(endWords(record({ state: "running" }))).toBe("cut off");
    expect(shownState(record({ state: "running", heldUntil: 500 }), 1_000)).toBe("cut-off");
    expect(shownState(record({ state: "running", heldUntil: 1_500 }), 1_000)).toBe("running");
  });

  it.each([
    ["an interrupted run", record({ state: "interrupted" }), true, true],
    ["one that was cut off", record({ state: "running", heldUntil: 500 }), true, true],
    ["one whose time was over", record({ state: "timeout" }), true, true],
    ["an interrupted contest", record({ state: "interrupted", kind: "contest" }), true, false],
    ["one that was never begun", record({ state: "skipped" }), true, false],
    ["one that is done", record({ state: "done" }), false, false],
    ["one that has failed", record({ state: "failed" }), false, false],
  ])("knows of %s whether it may go on", (_, run, may, here) => {
    expect([mayBeTakenUp(run), mayGoOn(run), isAtWork(run, 1_000)]).toEqual([may, here, false]);
  });
});

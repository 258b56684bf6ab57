import { describe, expect, it } from "vitest";
import { lanesOf } from "#app/page/client/app/lanes.ts";
import { afterMessage, noRun } from "#app/page/client/app/live-run.ts";
import { seenGroups } from "#app/page/client/app/node-state.ts";
import { events, span } from "./told.ts";

/** The names in each lane after spans of these times; null has no end. */
function lanes(...spans: [name: string, from: number, to: number | null][]): string[][] {
  const told = spans
    .flatMap(([name, from, to]) => [
      { at: from, event: span("started", name, from) },
      ...(to === null ? [] : [{ at: to, event: span("ended", name, to) }]),
    ])
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event);
  const run = afterMessage(noRun, { type: "events", events: events(told) });
  return lanesOf(seenGroups(run)).map((lane) => lane.map(({ name }) => name));
}

describe("the lanes of a timeline", () => {
  it("are as many as were at work at once", () => {
    expect(lanes(["a", 0, 10], ["b", 11, 30], ["c", 12, 20], ["d", 31, null])).toEqual([
      ["a", "b", "d"],
      ["c"],
    ]);
  });

  it("let nobody in while somebody is at work in them", () => {
    expect(lanes(["a", 0, null], ["b", 50, null])).toEqual([["a"], ["b"]]);
  });

  it("have a bar for each round", () => {
    expect(lanes(["a", 0, 10], ["a", 20, 30])).toEqual([["a", "a"]]);
  });
});

import { describe, expect, it } from "vitest";
import { createPlainView } from "#app/terminal/plain-view.ts";
import type { AgentOutcome } from "#core/chain/agent-outcome.ts";
import type { RunEvent } from "#core/event.ts";
import type { PlannedGroup } from "#core/planned-group.ts";
import { noUsage } from "#core/usage.ts";

const group: PlannedGroup = { name: "desk", nodes: ["a", "b"], how: "parallel" };
const planned: RunEvent = {
  type: "planned",
  groups: [group, { name: "c", nodes: ["c"], how: "sequential" }],
  at: 0,
};
const start = (name: string, at: number): RunEvent => {
  return { type: "span_started", name, kind: "agent", parent: null, at };
};
const end = (name: string, at: number, ms: number, error: string | null = null): RunEvent => {
  return { type: "span_ended", name, kind: "agent", parent: null, at, ms, error };
};
const outcome = (agent: string, skipped: string | null = null): RunEvent => {
  const told: AgentOutcome = {
    agent,
    state: skipped === null ? "done" : "skipped",
    output: skipped === null ? "fine" : null,
    stance: null,
    confidence: null,
    cut: false,
    model: null,
    gap: null,
    skipped,
    startedAt: "",
    endedAt: "",
    toolCalls: [],
    notices: [],
    usage: noUsage,
  };
  return { type: "agent_ended", outcome: told, at: 0 };
};

function linesOf(events: readonly RunEvent[], earlier: readonly RunEvent[] = []): string[] {
  const written: string[] = [];
  const view = createPlainView({ write: (text) => written.push(text) }, false);
  view.onEarlier(earlier);
  for (const event of events) view.onEvent(event);
  return written.join("").split("\n").slice(0, -1);
}

describe("the lines of a parallel group", () => {
  it("say when all have started, when each is done, and how long all of it took", () => {
    expect(
      linesOf([
        planned,
        start("a", 100),
        start("b", 101),
        end("a", 512, 412),
        outcome("a"),
        end("b", 1300, 1199, "down"),
        outcome("b"),
        start("c", 1301),
        end("c", 1302, 1),
      ]),
    ).toEqual([
      "desk: 2 start together",
      "a: done in 412 ms",
      "b: failed after 1.20 s: down",
      "desk: both ended in 1.20 s, 1 failed, the slowest in 1.20 s, one after another 1.61 s",
      "c: started",
      "c: done in 1.0 ms",
    ]);
  });

  it("come again in each round", () => {
    const round = [start("a", 0), start("b", 0), end("b", 20, 20), end("a", 30, 30)];
    const lines = linesOf([planned, ...round, ...round]).filter((line) => line.startsWith("desk"));
    const both = "desk: both ended in 30 ms, the slowest in 30 ms, one after another 50 ms";
    expect(lines).toEqual(["desk: 2 start together", both, "desk: 2 start together", both]);
  });

  it("count whom an earlier run has answered for", () => {
    expect(linesOf([planned, outcome("a"), start("b", 1), end("b", 2, 1)])).toEqual([
      "desk: 1 starts, 1 kept from before",
      "b: done in 1.0 ms",
      "desk: the one left ended in 1.0 ms",
    ]);
    expect(linesOf([planned, outcome("a"), outcome("b")])).toEqual([
      "desk: all 2 kept from before",
    ]);
  });

  it("go on where a run was cut off, without those that were written then", () => {
    const resumed: RunEvent = { type: "run_resumed", attempt: 2, at: 900 };
    const both = [start("a", 0), start("b", 0)];
    const earlier = [planned, ...both, end("a", 20, 20), outcome("a"), end("b", 30, 30, "stopped")];
    expect(linesOf([resumed, start("b", 1_000), end("b", 1_040, 40)], earlier)).toEqual([
      "desk: 1 starts, 1 kept from before",
      "b: done in 40 ms",
      "desk: the one left ended in 40 ms",
    ]);
    const cut = [planned, ...both];
    expect(linesOf([resumed, ...both], cut)).toEqual(["desk: 2 start together"]);
    const over = [...cut, end("a", 20, 20), outcome("a"), end("b", 30, 30, "down"), outcome("b")];
    expect(linesOf([resumed, start("c", 40)], over)).toEqual(["c: started"]);
  });

  it("are not there for a run that is not told of from its beginning", () => {
    expect(linesOf([start("a", 0), end("a", 5, 5)])).toEqual(["a: started", "a: done in 5.0 ms"]);
  });
});

describe("the lines of a chain", () => {
  it("say who was not asked, and pass over what only leads from one to the next", () => {
    const gate = { name: "when.c", kind: "condition", parent: null } as const;
    expect(
      linesOf([
        { type: "span_started", ...gate, at: 0 },
        { type: "span_ended", ...gate, at: 1, ms: 1, error: null },
        outcome("c", "Its condition does not hold: a\nis neutral."),
      ]),
    ).toEqual(["c: not asked: Its condition does not hold: a is neutral."]);
  });
});

import { describe, expect, it } from "vitest";
import { chainTimelineOf } from "#core/chain/timeline.ts";
import { agentSpan, chainOf, together } from "./examples.ts";

const chain = chainOf(...together("g", "a", "b"), { name: "c" });
const spans = [
  { ...agentSpan("g", 0, 5), kind: "group" as const },
  agentSpan("a", 5, 405),
  agentSpan("b", 6.25, 206.25),
  agentSpan("c", 410, 510),
];

describe("the timeline of a chain", () => {
  it("has the time of each group: from its first start to its last end, and what its agents took", () => {
    expect(chainTimelineOf(chain, spans).groups).toEqual([
      { name: "g", agents: ["a", "b"], ms: 400, slowestMs: 400, workMs: 600, startSkewMs: 1.25 },
    ]);
  });

  it("counts agents' work, and not the groups around it", () => {
    const { wallMs, workMs, overlap, criticalPath } = chainTimelineOf(chain, spans);
    expect({ wallMs, workMs, overlap }).toEqual({ wallMs: 505, workMs: 700, overlap: 1.39 });
    expect(criticalPath.map(({ name }) => name)).toEqual(["a", "c"]);
  });

  it("has nobody's condition on its critical path", () => {
    const gate = { ...agentSpan("when.c", 405.5, 405.6), kind: "condition" as const };
    const { criticalPath } = chainTimelineOf(chain, [...spans, gate]);
    expect(criticalPath.map(({ name }) => name)).toEqual(["a", "c"]);
  });

  it("counts no time in which nobody was at it", () => {
    const cut = [agentSpan("a", 0, 100), agentSpan("b", 10_000, 10_100)];
    const { pausedMs, groups } = chainTimelineOf(chain, cut);
    expect({ pausedMs, ms: groups[0]?.ms }).toEqual({ pausedMs: 9_900, ms: 200 });
  });

  it("knows nothing of a group that was not reached", () => {
    expect(chainTimelineOf(chain, [agentSpan("c", 0, 1)]).groups).toEqual([]);
    expect(chainTimelineOf(chain, []).wallMs).toBe(0);
  });
});

import type { PlannedGroup } from "#core/planned-group.ts";
import type { LiveCall, LiveNode, LiveTurn } from "./live-node.ts";
import { type SeenGroup, whyNothing } from "./node-state.ts";

/** One go of a node as a bar of the timeline, with what it called in it. */
export interface Bar {
  readonly name: string;
  readonly how: PlannedGroup["how"];
  readonly turn: LiveTurn;
  readonly calls: readonly LiveCall[];
  /** Whether it has come to nothing. */
  readonly failed: boolean;
}

/**
 * Bars in as few lanes as keep them apart: each takes the first lane that is free when it begins, so that
 * none changes its lane later.
 */
export function lanesOf(groups: readonly SeenGroup[]): Bar[][] {
  const bars = groups.flatMap(({ group, nodes }) =>
    nodes.flatMap(({ node, state }) => barsOf(node, group.how, state === "gap")),
  );
  const lanes: Bar[][] = [];
  for (const bar of bars.sort((a, b) => a.turn.startedAt - b.turn.startedAt)) {
    const free = lanes.find(
      (lane) => (lane.at(-1)?.turn.endedAt ?? Infinity) <= bar.turn.startedAt,
    );
    if (free === undefined) lanes.push([bar]);
    else free.push(bar);
  }
  return lanes;
}

function barsOf(node: LiveNode, how: PlannedGroup["how"], failed: boolean): Bar[] {
  return node.turns.map((turn, place) => ({
    name: node.name,
    how,
    turn,
    calls: node.calls.filter(
      ({ startedAt }) => startedAt >= turn.startedAt && startedAt <= (turn.endedAt ?? Infinity),
    ),
    failed: failed && place === node.turns.length - 1 && whyNothing(node) !== null,
  }));
}

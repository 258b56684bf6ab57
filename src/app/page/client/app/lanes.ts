import type { PlannedGroup } from "#core/planned-group.ts";
import { inLanes } from "../in-lanes.ts";
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

/** Every go of every node, in as few lanes as keep them apart. */
export function lanesOf(groups: readonly SeenGroup[]): Bar[][] {
  const bars = groups.flatMap(({ group, nodes }) =>
    nodes.flatMap(({ node, state }) => barsOf(node, group.how, state === "gap")),
  );
  return inLanes(bars, ({ turn }) => turn);
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

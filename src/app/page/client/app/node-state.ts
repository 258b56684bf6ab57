import type { PlannedGroup } from "#core/planned-group.ts";
import { isAtWork, type LiveNode } from "./live-node.ts";
import type { LiveRun } from "./live-run.ts";

/**
 * `preparing`: its group comes next; `stopped`: the run has ended, and it had not; `unbegun`: nor had it
 * begun.
 */
export type NodeState =
  | "waiting"
  | "preparing"
  | "working"
  | "done"
  | "gap"
  | "skipped"
  | "stopped"
  | "unbegun";

/** A group of a run with its nodes, as they stand. */
export interface SeenGroup {
  readonly group: PlannedGroup;
  readonly nodes: readonly { readonly node: LiveNode; readonly state: NodeState }[];
}

/** The groups in their order, with everyone's state. */
export function seenGroups(run: LiveRun): SeenGroup[] {
  let next = !isOver(run);
  return run.groups.map((group) => {
    const nodes = group.nodes.flatMap((name) => run.nodes.get(name) ?? []);
    const begun = nodes.some((node) => ownState(node) !== "waiting");
    const waiting = isOver(run) ? "unbegun" : next && !begun ? "preparing" : "waiting";
    const seen = nodes.map((node) => {
      const own = ownState(node);
      if (own === "waiting") return { node, state: waiting } as const;
      return { node, state: own === "working" && isOver(run) ? "stopped" : own } as const;
    });
    // Code takes no time to speak of: who comes behind it is next already.
    if (group.how !== "code") next &&= seen.every(({ state }) => isSettled(state));
    return { group, nodes: seen };
  });
}

/** Whether nothing more will happen in it. */
export function isOver(run: LiveRun): boolean {
  return run.over || run.endedAt !== null;
}

/** Whether it has come to something, or to nothing. */
export function isSettled(state: NodeState): boolean {
  return !["waiting", "preparing", "working"].includes(state);
}

function ownState(node: LiveNode): "waiting" | "working" | "done" | "gap" | "skipped" {
  if (isAtWork(node)) return "working";
  if (node.end !== null) return node.end.state;
  const last = node.turns.at(-1);
  if (last === undefined) return "waiting";
  return last.error === null ? "done" : "gap";
}

/** Why it has come to nothing; null where it has not. */
export function whyNothing({ end, turns }: LiveNode): string | null {
  return end === null ? (turns.at(-1)?.error ?? null) : end.why;
}

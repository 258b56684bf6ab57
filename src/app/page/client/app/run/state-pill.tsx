import type { PlannedGroup } from "#core/planned-group.ts";
import type { LiveNode } from "../live-node.ts";
import type { NodeState } from "../node-state.ts";
import { workWords } from "../work-words.ts";

interface StatePillProps {
  readonly node: LiveNode;
  readonly state: NodeState;
  readonly how: PlannedGroup["how"];
}

const WORDS: Readonly<Record<Exclude<NodeState, "working">, string>> = {
  waiting: "Waiting",
  preparing: "Ready",
  done: "Done",
  gap: "Gap",
  skipped: "Skipped",
  stopped: "Not finished",
  unbegun: "Not begun",
};

/** How a node stands, in a word; one at work has three dots that pulse one after another. */
export function StatePill({ node, state, how }: StatePillProps) {
  if (state !== "working") return <span class={`pill pill-${state}`}>{WORDS[state]}</span>;
  return (
    <span class={`pill pill-${how}`}>
      {workWords(node, how)}
      <span class="unseen">…</span>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </span>
  );
}

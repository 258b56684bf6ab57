import type { PlannedGroup } from "#core/planned-group.ts";
import type { NodeState } from "../node-state.ts";

interface StatePillProps {
  readonly state: NodeState;
  readonly how: PlannedGroup["how"];
}

const WORKING: Readonly<Record<PlannedGroup["how"], string>> = {
  parallel: "Parallel streaming",
  sequential: "Streaming",
  code: "Working",
};

const WORDS: Readonly<Record<Exclude<NodeState, "working">, string>> = {
  waiting: "Waiting",
  preparing: "Ready",
  done: "Done",
  gap: "Gap",
  skipped: "Skipped",
  stopped: "Not finished",
};

/** How a node stands, in a word; one at work has three dots that pulse one after another. */
export function StatePill({ state, how }: StatePillProps) {
  if (state !== "working") return <span class={`pill pill-${state}`}>{WORDS[state]}</span>;
  return (
    <span class={`pill pill-${how}`}>
      {WORKING[how]}
      <span class="unseen">…</span>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </span>
  );
}

import { oneLine } from "#core/render/one-line.ts";
import type { LiveNode } from "../live-node.ts";
import { type NodeState, whyNothing } from "../node-state.ts";

interface NodeEndingProps {
  readonly node: LiveNode;
  readonly state: NodeState;
  /** Makes what is missing anew; null where that cannot be done now. */
  readonly rerun: (() => void) | null;
}

/** What a node has come to: its stance, its figures, or why there is nothing. */
export function NodeEnding({ node, state, rerun }: NodeEndingProps) {
  if (state === "gap" || state === "skipped") {
    return (
      <div class="ending">
        <p class={state === "gap" ? "why" : "why why-skipped"}>
          {oneLine(whyNothing(node) ?? "It does not say why.")}
        </p>
        {state === "gap" && rerun !== null ? (
          <button type="button" class="choice" onClick={rerun}>
            Run the gaps again
          </button>
        ) : null}
      </div>
    );
  }
  const { end } = node;
  if (end === null || state !== "done") return null;
  if (end.figure !== null) return <p class="ending figure-line">{end.figure}</p>;
  if (end.stance === null && end.confidence === null && !end.cut) return null;
  return (
    <p class="ending">
      {end.stance === null ? null : <span class={`stance stance-${end.stance}`}>{end.stance}</span>}
      {end.confidence === null ? null : <span class="confidence">{end.confidence.toFixed(2)}</span>}
      {end.cut ? <span class="quiet">cut at the output limit</span> : null}
    </p>
  );
}

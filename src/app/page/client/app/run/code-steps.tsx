import { tookWords } from "../elapsed-words.ts";
import { workedMs } from "../live-node.ts";
import type { SeenGroup } from "../node-state.ts";
import { nameWords } from "../run-words.ts";

/** Steps in which no model speaks, in a line: they are there, and take no room. */
export function CodeSteps({
  groups,
  now,
}: {
  readonly groups: readonly SeenGroup[];
  readonly now: number;
}) {
  const nodes = groups.flatMap((seen) => seen.nodes);
  return (
    <ul class="code-steps" aria-label="Steps without a model">
      {nodes.map(({ node, state }) => {
        const ms = workedMs(node, now);
        return (
          <li key={node.name} data-node={node.name} data-state={state}>
            {nameWords(node.name)}
            {ms === null || state === "working" ? null : (
              <span class="quiet"> {tookWords(ms)}</span>
            )}
            {node.turns.at(-1)?.error == null ? null : (
              <span class="why"> {node.turns.at(-1)?.error}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

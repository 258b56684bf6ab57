import { memo } from "../memo.ts";
import type { SeenGroup } from "../node-state.ts";
import { Elapsed } from "../parts/elapsed.tsx";
import { groupWords, nameWords } from "../run-words.ts";
import { NodeCard } from "./node-card.tsx";

interface GroupRowProps {
  readonly seen: SeenGroup;
  readonly pausedMs: number;
  readonly cutAt: number | null;
  readonly rerun: (() => void) | null;
}

/** Those who come to work together: beside each other, all of them from the beginning. */
export function GroupRow({ seen, pausedMs, cutAt, rerun }: GroupRowProps) {
  const { group, nodes } = seen;
  const title = `group-${group.name}`;
  return (
    <section class={`group group-${group.how}`} data-group={group.name} aria-labelledby={title}>
      <header class="group-head">
        <h2 id={title}>{nameWords(group.name)}</h2>
        {group.how === "parallel" ? (
          <p class="quiet">
            {nodes.length} in parallel · {groupWords(seen)}
            <GroupTime seen={seen} pausedMs={pausedMs} cutAt={cutAt} />
          </p>
        ) : null}
      </header>
      <div class="cards" data-count={nodes.length}>
        {nodes.map(({ node, state }) => (
          <NodeCard
            key={node.name}
            node={node}
            state={state}
            how={group.how}
            pausedMs={pausedMs}
            cutAt={cutAt}
            rerun={rerun}
          />
        ))}
      </div>
    </section>
  );
}

/** From the first one's start to the last one's end. */
const GroupTime = memo(({ seen: { nodes }, pausedMs, cutAt }: Omit<GroupRowProps, "rerun">) => {
  const turns = nodes.flatMap(({ node }) => node.turns);
  if (turns.length === 0) return null;
  const from = Math.min(...turns.map(({ startedAt }) => startedAt));
  const ends = turns.map(({ endedAt }) => endedAt);
  const running = nodes.some(
    ({ state }) => state === "working" || state === "preparing" || state === "waiting",
  );
  const last = Math.max(...ends.map((end) => end ?? 0));
  return (
    <>
      {" · "}
      <Elapsed
        from={from}
        to={running ? null : cutAt !== null && ends.includes(null) ? cutAt : last}
        pausedMs={pausedMs}
      />
    </>
  );
});

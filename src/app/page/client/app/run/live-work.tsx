import { useEffect, useRef } from "preact/hooks";
import { counted } from "#core/render/counted.ts";
import { duration } from "#core/render/duration.ts";
import type { LiveRun } from "../live-run.ts";
import type { SeenGroup } from "../node-state.ts";
import { CodeSteps } from "./code-steps.tsx";
import { GroupRow } from "./group-row.tsx";
import { LiveTimeline } from "./live-timeline.tsx";
import { LivePace, type Pace, PaceWords } from "./pace-words.tsx";

interface LiveWorkProps {
  readonly run: LiveRun;
  readonly groups: readonly SeenGroup[];
  readonly cutAt: number | null;
  readonly rerun: (() => void) | null;
  /** What its report says of its pace, once it is there: this steps back then. */
  readonly measured: Pace | null;
}

/** Everyone at work: the timeline, and a row for each group. */
export function LiveWork({ run, groups, cutAt, rerun, measured }: LiveWorkProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const folded = measured !== null;
  const empty = groups.length === 0;
  useEffect(() => {
    const { current } = box;
    // Nothing is closed over somebody who reads in it.
    if (current === null || current.contains(document.activeElement)) return;
    current.open = !folded;
  }, [folded, empty]);
  if (empty) return run.over ? null : <p class="loading quiet">Nobody is at work yet.</p>;
  const rows = rowsOf(groups);
  return (
    <details class="work" ref={box} open>
      <summary>
        <h2>{agentWords(groups)}</h2>
        <span class="quiet">
          {measured === null ? (
            <LivePace run={run} cutAt={cutAt} />
          ) : (
            <PaceWords {...measured} words={duration} />
          )}
        </span>
      </summary>
      <LiveTimeline run={run} groups={groups} cutAt={cutAt} />
      {rows.map((row) => {
        const [first] = row;
        if (first === undefined) return null;
        return first.group.how === "code" ? (
          <CodeSteps key={first.group.name} groups={row} now={cutAt ?? run.lastAt} />
        ) : (
          <GroupRow
            key={first.group.name}
            seen={first}
            pausedMs={run.pausedMs}
            cutAt={cutAt}
            rerun={rerun}
          />
        );
      })}
    </details>
  );
}

/** Groups by themselves; those in which no model speaks, and which follow each other, together. */
function rowsOf(groups: readonly SeenGroup[]): SeenGroup[][] {
  const rows: SeenGroup[][] = [];
  for (const seen of groups) {
    const last = rows.at(-1);
    if (seen.group.how === "code" && last?.[0]?.group.how === "code") last.push(seen);
    else rows.push([seen]);
  }
  return rows;
}

function agentWords(groups: readonly SeenGroup[]): string {
  const agents = groups.flatMap(({ group, nodes }) => (group.how === "code" ? [] : nodes));
  // Runs of earlier versions do not say who is an agent.
  return agents.length === 0 ? "Steps" : counted(agents.length, "agent", "agents");
}

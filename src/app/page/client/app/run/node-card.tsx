import type { PlannedGroup } from "#core/planned-group.ts";
import { Markdown } from "../../report/markdown.tsx";
import { isAtWork, type LiveNode, workedMs } from "../live-node.ts";
import { memo } from "../memo.ts";
import type { NodeState } from "../node-state.ts";
import { Elapsed } from "../parts/elapsed.tsx";
import { Name } from "../parts/name.tsx";
import { nameWords } from "../run-words.ts";
import { isWriting, showsNothing } from "../work-words.ts";
import { CallRows } from "./call-rows.tsx";
import { useFollowedEnd } from "./follow-end.ts";
import { LivePassage } from "./live-passage.tsx";
import { NodeEnding } from "./node-end.tsx";
import { StatePill } from "./state-pill.tsx";

interface NodeCardProps {
  readonly node: LiveNode;
  readonly state: NodeState;
  readonly how: PlannedGroup["how"];
  readonly pausedMs: number;
  /** When the run ended; null while it goes on. */
  readonly cutAt: number | null;
  readonly rerun: (() => void) | null;
}

/** One agent: what it is at, what it calls, what it writes, what it has come to. */
export const NodeCard = memo(({ node, state, how, pausedMs, cutAt, rerun }: NodeCardProps) => {
  const box = useFollowedEnd(node, state === "done");
  const name = nameWords(node.name);
  const rounds = node.turns.length;
  const prepares = (state === "preparing" || state === "working") && showsNothing(node);
  return (
    <article
      class="card"
      data-node={node.name}
      data-state={state}
      aria-busy={state === "working"}
      aria-label={name}
    >
      <header class="card-head">
        <h3>
          <Name words={name} />
        </h3>
        <NodeTime node={node} cutAt={cutAt} pausedMs={pausedMs} />
        <StatePill node={node} state={state} how={how} />
        {node.step !== null && isWriting(node) ? <span class="step">{node.step}</span> : null}
        {rounds > 1 ? <span class="step">round {rounds}</span> : null}
      </header>
      <section class="card-body" ref={box} aria-label={`${name}: what it writes`}>
        {prepares ? <Preparing how={how} /> : null}
        <CallRows calls={node.calls} open={state === "working"} pausedMs={pausedMs} cutAt={cutAt} />
        <Said node={node} read={state === "done" && node.end?.figure === null} />
      </section>
      <NodeEnding node={node} state={state} rerun={rerun} />
    </article>
  );
});

function NodeTime({ node, cutAt, pausedMs }: Pick<NodeCardProps, "node" | "cutAt" | "pausedMs">) {
  const last = node.turns.at(-1);
  if (last === undefined) return <span class="elapsed" />;
  const before = workedMs({ ...node, turns: node.turns.slice(0, -1) }, last.startedAt) ?? 0;
  const to = isAtWork(node) ? cutAt : last.endedAt;
  return <Elapsed from={last.startedAt} to={to} before={before} pausedMs={pausedMs} />;
}

function Preparing({ how }: Pick<NodeCardProps, "how">) {
  return (
    <p class="preparing">{how === "parallel" ? "Preparing parallel execution…" : "Preparing…"}</p>
  );
}

interface SaidProps extends Pick<NodeCardProps, "node"> {
  /** Whether it is a whole text, to be read as Markdown; before, it is shown as it comes. */
  readonly read: boolean;
}

/** What it has handed in, else what it is heard to write. */
function Said({ node: { passages, end }, read }: SaidProps) {
  if (read && end !== null && end.text !== null) {
    return (
      <div class="report">
        <Markdown text={end.text} />
      </div>
    );
  }
  const heard = passages.filter(({ shown }) => shown !== "");
  if (heard.length === 0 && end !== null && end.text !== null)
    return <LivePassage text={end.text} />;
  return (
    <>
      {heard.map(({ shown }, place) => (
        <LivePassage key={place} text={shown} />
      ))}
    </>
  );
}

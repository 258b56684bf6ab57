import { withoutPauses } from "../pauses.ts";
import type { PlannedGroup } from "../planned-group.ts";
import { lengthOf, type Span } from "../span.ts";
import { criticalPathOf, micro, nodesOf, timelineOf } from "../timeline.ts";
import type { Chain } from "./chain.ts";
import type { ChainResult } from "./chain-result.ts";
import { groupsOf } from "./groups.ts";

type ChainTimeline = ChainResult["timeline"];

/**
 * What the spans of a chain say about its concurrency. Agents' spans are at the top, as those of the
 * groups around them are, which are no work of their own.
 */
export function chainTimelineOf(
  chain: Pick<Chain, "agents">,
  spans: readonly Span[],
): ChainTimeline {
  return plannedTimelineOf(groupsOf(chain), spans);
}

/** The same of a chain that is known by the groups in which its agents come to work. */
export function plannedTimelineOf(
  planned: readonly PlannedGroup[],
  spans: readonly Span[],
): ChainTimeline {
  const work = workIn(spans);
  const { wallMs, pausedMs, workMs, overlap } = timelineOf(work);
  const whole = withoutPauses(work);
  const groups = planned.flatMap(({ name, nodes, how }) =>
    how === "parallel" ? groupTime(name, spansOf(nodes, whole)) : [],
  );
  // What decides who is asked takes next to no time, and there may be dozens of it.
  const criticalPath = criticalPathOf(nodesOf(whole).filter(({ kind }) => kind !== "condition"));
  return { wallMs, pausedMs, workMs, overlap, criticalPath, groups };
}

/** The spans without those that only stand around others. */
export function workIn(spans: readonly Span[]): Span[] {
  return spans.filter(({ kind }) => kind !== "group");
}

function spansOf(agents: readonly string[], spans: readonly Span[]): Span[] {
  return agents.flatMap(
    (name) => spans.findLast((span) => span.kind === "agent" && span.name === name) ?? [],
  );
}

function groupTime(name: string, spans: readonly Span[]): ChainTimeline["groups"] {
  if (spans.length === 0) return [];
  const starts = spans.map(({ startedAt }) => startedAt);
  const ends = spans.map(({ endedAt }) => endedAt);
  const lengths = spans.map(lengthOf);
  const begun = Math.min(...starts);
  return [
    {
      name,
      agents: spans.map((span) => span.name),
      ms: micro(Math.max(...ends) - begun),
      slowestMs: micro(Math.max(...lengths)),
      workMs: micro(lengths.reduce((sum, ms) => sum + ms, 0)),
      startSkewMs: micro(Math.max(...starts) - begun),
    },
  ];
}

import { ticksOf } from "../../time-axis.ts";
import { elapsedWords, tookWords } from "../elapsed-words.ts";
import { type Bar, lanesOf } from "../lanes.ts";
import type { LiveRun } from "../live-run.ts";
import type { SeenGroup } from "../node-state.ts";
import { useNow } from "../now.ts";
import { nameWords } from "../run-words.ts";

interface LiveTimelineProps {
  readonly run: LiveRun;
  readonly groups: readonly SeenGroup[];
  /** When it ended; null while it goes on. */
  readonly cutAt: number | null;
}

/** Shorter axes would make much of nothing. */
const SHORTEST_MS = 100;

/** Who is at work when, on one axis that grows; calls of tools are thin, beneath who makes them. */
export function LiveTimeline({ run, groups, cutAt }: LiveTimelineProps) {
  const clock = useNow(cutAt === null) - run.pausedMs;
  const from = run.startedAt ?? clock;
  const now = cutAt ?? Math.max(clock, run.lastAt);
  const length = Math.max(now - from, SHORTEST_MS);
  const lanes = lanesOf(groups);
  const most = Math.max(lanes.length, ...groups.map(({ nodes }) => nodes.length));
  const axis = { from, now, length };
  return (
    <figure class="live-timeline" aria-label="Timeline: who is at work when">
      <div class="lane-grid" aria-hidden="true">
        {ticksOf(length).map(({ at, words }) => (
          <span key={words} class="tick" style={{ left: `${at * 100}%` }}>
            {words}
          </span>
        ))}
      </div>
      {Array.from({ length: most }, (_, place) => (
        <ul key={place} class="lane">
          {lanes[place]?.map((bar) => (
            <LaneBar key={`${bar.name} ${bar.turn.startedAt}`} bar={bar} {...axis} />
          ))}
        </ul>
      ))}
    </figure>
  );
}

interface LaneBarProps {
  readonly bar: Bar;
  readonly from: number;
  readonly now: number;
  readonly length: number;
}

function LaneBar({ bar: { name, how, turn, calls, failed }, from, now, length }: LaneBarProps) {
  const end = turn.endedAt ?? now;
  const took = Math.max(0, end - turn.startedAt);
  const words = `${nameWords(name)} ${turn.endedAt === null ? elapsedWords(took) : tookWords(took)}`;
  const place = {
    left: `${((turn.startedAt - from) / length) * 100}%`,
    width: `${(took / length) * 100}%`,
  };
  return (
    <li class={`bar bar-${failed ? "gap" : how}`} data-bar={name} style={place} title={words}>
      <span class="bar-words">{words}</span>
      {calls.length === 0 ? null : (
        <svg
          class="bar-calls"
          viewBox={`0 0 ${Math.max(1, took)} 1`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {calls.map(({ startedAt, endedAt, error }, at) => (
            <rect
              key={at}
              class={error === null ? "bar-call" : "bar-call failed-call"}
              x={startedAt - turn.startedAt}
              width={Math.max(0, (endedAt ?? end) - startedAt)}
              y={0}
              height={1}
            />
          ))}
        </svg>
      )}
    </li>
  );
}

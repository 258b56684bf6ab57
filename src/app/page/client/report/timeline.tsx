import { duration } from "#core/render/duration.ts";
import type { Span } from "#core/span.ts";
import type { Timeline as Measured } from "#core/timeline.ts";
import { Facts } from "./facts.tsx";
import { Part } from "./part.tsx";
import { TimelineBars } from "./timeline-bars.tsx";

type Shown = Pick<Measured, "wallMs" | "pausedMs" | "workMs" | "overlap" | "criticalPath">;

interface TimelineProps {
  readonly spans: readonly Span[];
  readonly timeline: Shown;
  /** A node's name for people. */
  readonly named?: (name: string) => string;
}

/** Who worked when, on one axis, and how much of it was at once. */
export function Timeline({ spans, timeline, named = (name) => name }: TimelineProps) {
  const { wallMs, pausedMs, workMs, overlap, criticalPath } = timeline;
  return (
    <Part id="timeline" title="Timeline">
      <Facts
        of={{
          Wall: duration(wallMs),
          Pause: pausedMs > 0 ? `${duration(pausedMs)}, not counted` : null,
          "Summed work": duration(workMs),
          Overlap:
            overlap === null ? "unknown" : <strong class="overlap">{overlap.toFixed(1)}x</strong>,
        }}
      />
      <TimelineBars spans={spans} critical={criticalPath.map(({ name }) => name)} named={named} />
      {criticalPath.length === 0 ? null : (
        <p class="path">
          <span class="quiet">Critical path</span>{" "}
          {criticalPath.map(({ name, ms }, place) => (
            <span class="path-step" key={`${name} ${place}`}>
              {named(name)} <span class="quiet">{duration(ms)}</span>
            </span>
          ))}
        </p>
      )}
    </Part>
  );
}

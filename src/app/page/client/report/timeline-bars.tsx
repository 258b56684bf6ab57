import { counted } from "#core/render/counted.ts";
import { duration } from "#core/render/duration.ts";
import type { Span } from "#core/span.ts";
import { type TimelineRow, timelineAxis } from "./timeline-rows.ts";

interface BarsProps {
  readonly spans: readonly Span[];
  readonly critical: readonly string[];
  readonly named: (name: string) => string;
}

/** The height of a lane of calls with the room beneath it, and the most that all lanes take. */
const LANE_PX = 3;
const ROOM_PX = 1;
const LANES_PX = 12;

const percent = (share: number) => `${share * 100}%`;

/** Every node as a bar, what it called as thin lines beneath, and the same in words. */
export function TimelineBars({ spans, critical, named }: BarsProps) {
  const { rows, ticks } = timelineAxis(spans, critical);
  if (rows.length === 0) return null;
  return (
    <div class="spans">
      <div class="spans-axis" aria-hidden="true">
        {ticks.map(({ at, words }) => (
          <span key={at} style={{ left: percent(at) }}>
            {words}
          </span>
        ))}
      </div>
      <ol class="spans-rows">
        {rows.map((row) => (
          <Row key={row.name} row={row} words={named(row.name)} ticks={ticks.map(({ at }) => at)} />
        ))}
      </ol>
      <p class="spans-key quiet" aria-hidden="true">
        <span class="key-bar together" /> at once with others
        <span class="key-bar alone" /> alone
        <span class="key-bar code" /> code
        <span class="key-bar calls" /> its calls
        <span class="key-bar critical" /> on the critical path
      </p>
    </div>
  );
}

interface RowProps {
  readonly row: TimelineRow;
  /** Its name for people. */
  readonly words: string;
  /** Where the axis has lines. */
  readonly ticks: readonly number[];
}

function Row({ row, words, ticks }: RowProps) {
  const { tone, bars, lanes, ms, critical, error } = row;
  const lanePx = lanes.length === 0 ? 0 : Math.min(LANE_PX, LANES_PX / lanes.length);
  // Lines that are too many to be told apart are one block.
  const callPx = lanePx < LANE_PX ? lanePx : LANE_PX - ROOM_PX;
  return (
    <li class={`span-row ${tone}${critical ? " critical" : ""}${error === null ? "" : " failed"}`}>
      <span class="span-name">{words}</span>
      <span class="span-track" aria-hidden="true">
        {ticks.map((at) => (
          <i key={at} class="span-tick" style={{ left: percent(at) }} />
        ))}
        {bars.map(({ from, width }) => (
          <i key={from} class="span-bar" style={{ left: percent(from), width: percent(width) }} />
        ))}
        <span class="span-calls">
          {lanes.flatMap((lane, place) =>
            lane.map(({ name, from, width, ms, error }) => (
              <i
                key={`${name} ${from}`}
                class={error === null ? "span-call" : "span-call failed"}
                title={`${name} ${duration(ms)}${error === null ? "" : `: ${error}`}`}
                style={{
                  left: percent(from),
                  width: percent(width),
                  top: `${place * lanePx}px`,
                  height: `${callPx}px`,
                }}
              />
            )),
          )}
          <i class="span-calls-room" style={{ height: `${lanes.length * lanePx}px` }} />
        </span>
      </span>
      <span class="span-ms">{duration(ms)}</span>
      <span class="unseen">{inWords(row)}</span>
    </li>
  );
}

/** What the bars show, for who cannot see them. */
function inWords({ bars, lanes, critical, error }: TimelineRow): string {
  const parts = lanes.flat().sort((a, b) => a.from - b.from);
  return [
    ...bars.map(({ startMs, ms }) => `from ${duration(startMs)} for ${duration(ms)}`),
    ...(parts.length === 0
      ? []
      : [
          `${counted(parts.length, "call", "calls")}: ${parts.map(({ name, ms }) => `${name} ${duration(ms)}`).join(", ")}`,
        ]),
    ...(critical ? ["on the critical path"] : []),
    ...(error === null ? [] : [`failed: ${error}`]),
  ].join("; ");
}

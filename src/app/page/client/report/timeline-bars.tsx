import { counted } from "#core/render/counted.ts";
import { duration } from "#core/render/duration.ts";
import type { Span } from "#core/span.ts";
import { type TimelineRow, timelineAxis } from "./timeline-rows.ts";

interface BarsProps {
  readonly spans: readonly Span[];
  readonly critical: readonly string[];
}

/** The height of a call, with the room beneath it. */
const CALL_PX = 3;

const percent = (share: number) => `${share * 100}%`;

/** Every node as a bar, what it called as thin lines beneath, and the same in words. */
export function TimelineBars({ spans, critical }: BarsProps) {
  const { rows, ticks } = timelineAxis(spans, critical);
  if (rows.length === 0) return null;
  return (
    <div class="spans">
      <div class="spans-axis" aria-hidden="true">
        {ticks.map(({ at, words }) => (
          <span key={words} style={{ left: percent(at) }}>
            {words}
          </span>
        ))}
      </div>
      <ol class="spans-rows">
        {rows.map((row) => (
          <Row key={row.name} row={row} ticks={ticks.map(({ at }) => at)} />
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

function Row({ row, ticks }: { readonly row: TimelineRow; readonly ticks: readonly number[] }) {
  const { name, tone, bars, parts, ms, critical, error } = row;
  return (
    <li class={`span-row ${tone}${critical ? " critical" : ""}${error === null ? "" : " failed"}`}>
      <span class="span-name">{name}</span>
      <span class="span-track" aria-hidden="true">
        {ticks.map((at) => (
          <i key={at} class="span-tick" style={{ left: percent(at) }} />
        ))}
        {bars.map(({ from, width }) => (
          <i key={from} class="span-bar" style={{ left: percent(from), width: percent(width) }} />
        ))}
        <span class="span-calls">
          {parts.map(({ name, from, width, ms, error }, place) => (
            <i
              key={`${name} ${place}`}
              class={error === null ? "span-call" : "span-call failed"}
              title={`${name} ${duration(ms)}${error === null ? "" : `: ${error}`}`}
              style={{ left: percent(from), width: percent(width), top: `${place * CALL_PX}px` }}
            />
          ))}
          <i class="span-calls-room" style={{ height: `${parts.length * CALL_PX}px` }} />
        </span>
      </span>
      <span class="span-ms">{duration(ms)}</span>
      <span class="unseen">{inWords(row)}</span>
    </li>
  );
}

/** What the bars show, for who cannot see them. */
function inWords({ bars, parts, critical, error }: TimelineRow): string {
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

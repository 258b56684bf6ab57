import type { RunEvent } from "#core/event.ts";
import type { Clock } from "#core/ports.ts";
import { clip } from "#core/render/columns.ts";
import { afterEvent, liveLines, waitingRows } from "#core/render/live-rows.ts";
import { printable } from "#core/render/printable.ts";
import { drawFrames } from "./frames.ts";
import { createGroupLines } from "./group-lines.ts";
import type { Progress } from "./progress.ts";
import type { Output } from "./terminal.ts";

/** One row a node, and a line beneath for each group, drawn in place ten times a second; the last frame stays. */
export function createLiveView(
  output: Output,
  names: readonly string[],
  clock: Clock,
  color: boolean,
): Progress {
  let rows = waitingRows(names);
  const notices: string[] = [];
  const groups = createGroupLines();
  /** What was last said of each group. */
  const said = new Map<string, string>();
  const stop = drawFrames(output, (columns) => {
    const line = (text: string) => clip(printable(text), columns - 1);
    return [
      ...notices.map(line),
      ...liveLines(rows, clock.now(), columns, color),
      ...[...said.values()].map(line),
    ];
  });
  const onEvent = (event: RunEvent) => {
    if (event.type === "notice") notices.push(event.text);
    rows = afterEvent(rows, event);
    const line = groups.after(event);
    if (line !== null) said.set(line.group, line.text);
  };
  return {
    onEarlier: (events) => events.forEach(onEvent),
    onEvent,
    stop,
  };
}

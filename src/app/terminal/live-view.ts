import type { Clock } from "#core/ports.ts";
import { clip } from "#core/render/columns.ts";
import { afterEvent, liveLines, waitingRows } from "#core/render/live-rows.ts";
import { printable } from "#core/render/printable.ts";
import { drawFrames } from "./frames.ts";
import type { Progress } from "./progress.ts";
import type { Output } from "./terminal.ts";

/** One row a node, drawn in place ten times a second; the last frame stays. */
export function createLiveView(
  output: Output,
  names: readonly string[],
  clock: Clock,
  color: boolean,
): Progress {
  let rows = waitingRows(names);
  const notices: string[] = [];
  const stop = drawFrames(output, (columns) => [
    ...notices.map((notice) => clip(printable(notice), columns - 1)),
    ...liveLines(rows, clock.now(), columns, color),
  ]);
  return {
    onEvent(event) {
      if (event.type === "notice") notices.push(event.text);
      rows = afterEvent(rows, event);
    },
    stop,
  };
}

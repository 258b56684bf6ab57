import type { Clock } from "#core/ports.ts";
import { clip } from "#core/render/columns.ts";
import { afterEvent, liveLines, waitingRows } from "#core/render/live-rows.ts";
import { printable } from "#core/render/printable.ts";
import type { Progress } from "./progress.ts";
import type { Output } from "./terminal.ts";

const FRAME_MS = 100;
const HIDE_CURSOR = "\x1b[?25l";
const SHOW_CURSOR = "\x1b[?25h";
/** Synchronized output: a terminal that knows it shows a frame whole or not at all. */
const BEGIN_FRAME = "\x1b[?2026h";
const END_FRAME = "\x1b[?2026l";

/** One row a node, drawn in place ten times a second; the last frame stays. */
export function createLiveView(
  output: Output,
  names: readonly string[],
  clock: Clock,
  color: boolean,
): Progress {
  let rows = waitingRows(names);
  const notices: string[] = [];
  let drawn = 0;

  const draw = () => {
    const columns = output.columns ?? 80;
    const height = Math.max(1, (output.rows ?? 24) - 1);
    const lines = [
      ...notices.map((notice) => clip(printable(notice), columns - 1)),
      ...liveLines(rows, clock.now(), columns, color),
    ].slice(0, height);
    const up = drawn > 0 ? `\x1b[${drawn}A` : "";
    const body = lines.map((line) => `\r\x1b[2K${line}\n`).join("");
    output.write(`${BEGIN_FRAME}${up}${body}${END_FRAME}`);
    drawn = lines.length;
  };

  output.write(HIDE_CURSOR);
  draw();
  const timer = setInterval(draw, FRAME_MS);
  return {
    onEvent(event) {
      if (event.type === "notice") notices.push(event.text);
      rows = afterEvent(rows, event);
    },
    stop() {
      clearInterval(timer);
      draw();
      output.write(SHOW_CURSOR);
    },
  };
}

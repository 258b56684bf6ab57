import type { RunEvent } from "#core/event.ts";
import { duration } from "#core/render/duration.ts";
import { printable } from "#core/render/printable.ts";
import type { Progress } from "./progress.ts";
import type { Output } from "./terminal.ts";

/**
 * Progress as lines that stay: for pipes, CI and terminals that cannot redraw.
 *
 * @param quiet only what the reader must see
 */
export function createPlainView(output: Output, quiet: boolean): Progress {
  return {
    onEvent(event) {
      const line = event.type === "notice" ? event.text : quiet ? null : lineOf(event);
      if (line !== null) output.write(`${printable(line)}\n`);
    },
    stop() {},
  };
}

function lineOf(event: RunEvent): string | null {
  if (event.type === "span_started" && event.kind === "analyst") return `${event.name}: started`;
  if (event.type !== "span_ended" || event.parent !== null) return null;
  return event.error === null
    ? `${event.name}: done in ${duration(event.ms)}`
    : `${event.name}: failed after ${duration(event.ms)}: ${event.error}`;
}

import { outcomeWords } from "#core/contest/render/outcome-words.ts";
import type { RunEvent } from "#core/event.ts";
import { duration } from "#core/render/duration.ts";
import { oneLine } from "#core/render/one-line.ts";
import { printable } from "#core/render/printable.ts";
import type { Progress } from "./progress.ts";
import type { Output } from "./terminal.ts";

/**
 * Progress as lines that stay: for pipes, CI and terminals that cannot redraw.
 *
 * @param quiet only what the reader must see
 */
export function createPlainView(output: Output, quiet: boolean): Progress {
  const strategies = new Map<string, StrategyEnd>();
  return {
    onEvent(event) {
      if (event.type === "strategy_ended") strategies.set(event.node, event);
      const line = event.type === "notice" ? event.text : quiet ? null : lineOf(event, strategies);
      if (line !== null) output.write(`${printable(line)}\n`);
    },
    stop() {},
  };
}

type StrategyEnd = Extract<RunEvent, { type: "strategy_ended" }>;

/** @param strategies what authors' strategies have come to, by author */
function lineOf(event: RunEvent, strategies: ReadonlyMap<string, StrategyEnd>): string | null {
  if (event.type === "span_started" && (event.kind === "analyst" || event.kind === "author")) {
    return `${event.name}: started`;
  }
  if (event.type !== "span_ended" || event.parent !== null) return null;
  const { name } = event;
  const took = duration(event.ms);
  const strategy = event.kind === "author" ? strategies.get(name) : undefined;
  const error = strategy?.failure ?? event.error;
  // What a strategy has thrown may hold lines that look like others of these.
  if (error !== null) return `${name}: failed after ${took}: ${oneLine(error)}`;
  if (strategy === undefined) return `${name}: done in ${took}`;
  return `${name}: ${outcomeWords(strategy)}, in ${took}`;
}

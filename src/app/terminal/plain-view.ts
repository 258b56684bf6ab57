import { outcomeWords } from "#core/contest/render/outcome-words.ts";
import type { RunEvent } from "#core/event.ts";
import { duration } from "#core/render/duration.ts";
import { oneLine } from "#core/render/one-line.ts";
import { printable } from "#core/render/printable.ts";
import type { SpanKind } from "#core/span.ts";
import { createGroupLines } from "./group-lines.ts";
import type { Progress } from "./progress.ts";
import type { Output } from "./terminal.ts";

/** Whose beginning is told too: they take a while. */
const TOLD_AT_START: readonly SpanKind[] = ["analyst", "author", "agent"];

/** Code that only leads from one agent to the next. */
const PASSED_OVER: readonly SpanKind[] = ["group", "condition"];

/**
 * Progress as lines that stay: for pipes, CI and terminals that cannot redraw.
 *
 * @param quiet only what the reader must see
 */
export function createPlainView(output: Output, quiet: boolean): Progress {
  const strategies = new Map<string, StrategyEnd>();
  const groups = createGroupLines();
  const groupLine = (event: RunEvent) => groups.after(event)?.text ?? null;
  const linesOf = (event: RunEvent): (string | null)[] => {
    if (event.type === "notice") return [event.text];
    if (quiet) return [];
    if (event.type === "strategy_ended") strategies.set(event.node, event);
    if (event.type === "span_started" && groups.has(event.name)) return [groupLine(event)];
    return [lineOf(event, strategies), groupLine(event)];
  };
  return {
    // Its lines have been written; those of a group that goes on must know of them.
    onEarlier(events) {
      for (const event of events) groups.after(event);
    },
    onEvent(event) {
      for (const line of linesOf(event)) if (line !== null) output.write(`${printable(line)}\n`);
    },
    stop() {},
  };
}

type StrategyEnd = Extract<RunEvent, { type: "strategy_ended" }>;

/** @param strategies what authors' strategies have come to, by author */
function lineOf(event: RunEvent, strategies: ReadonlyMap<string, StrategyEnd>): string | null {
  if (event.type === "agent_ended") return skippedLine(event.outcome);
  if (event.type === "span_started" && TOLD_AT_START.includes(event.kind)) {
    return `${event.name}: started`;
  }
  if (event.type !== "span_ended" || event.parent !== null) return null;
  if (PASSED_OVER.includes(event.kind) && event.error === null) return null;
  const { name } = event;
  const took = duration(event.ms);
  const strategy = event.kind === "author" ? strategies.get(name) : undefined;
  const error = strategy?.failure ?? event.error;
  // What a strategy has thrown may hold lines that look like others of these.
  if (error !== null) return `${name}: failed after ${took}: ${oneLine(error)}`;
  if (strategy === undefined) return `${name}: done in ${took}`;
  return `${name}: ${outcomeWords(strategy)}, in ${took}`;
}

function skippedLine({
  agent,
  skipped,
}: Extract<RunEvent, { type: "agent_ended" }>["outcome"]): string | null {
  return skipped === null ? null : `${agent}: not asked: ${oneLine(skipped)}`;
}

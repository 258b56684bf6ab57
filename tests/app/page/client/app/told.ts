import type { RunEvent } from "#core/event.ts";
import type { PlannedGroup } from "#core/planned-group.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import type { NumberedEvent } from "#runtime/journal.ts";

/** When the runs of these tests begin. */
const START = 1_000;

export function events(list: readonly RunEvent[]): NumberedEvent[] {
  return list.map((event, place) => ({ ...event, seq: place + 1 }));
}

export function planned(...groups: PlannedGroup[]): RunEvent {
  return { type: "planned", groups, at: START };
}

/** @param at milliseconds from the start */
export function span(
  what: "started" | "ended",
  name: string,
  at: number,
  other: Partial<Extract<RunEvent, { type: "span_started" }>> = {},
): RunEvent {
  const told = { name, kind: "analyst" as const, parent: null, ...other, at: START + at };
  if (what === "started") return { ...told, type: "span_started" };
  return { ...told, type: "span_ended", ms: 0, error: null };
}

export function text(node: string, piece: string): RunEvent {
  return { type: "text", node, text: piece, at: START };
}

export function record(other: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: "20261121T103000Z-AAPL-4f3a",
    list: null,
    state: "done",
    attempt: 1,
    heldUntil: null,
    createdAt: START,
    startedAt: START,
    endedAt: null,
    error: null,
    rerunOf: null,
    kind: "analysis",
    title: "AAPL",
    headline: null,
    ...other,
  };
}

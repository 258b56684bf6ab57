import type { AgentOutcome } from "../chain/agent-outcome.ts";
import { outcomeWords } from "../contest/render/outcome-words.ts";
import { stepWords } from "../contest/render/step-words.ts";
import type { RunEvent } from "../event.ts";
import type { Span } from "../span.ts";
import { clip, clipStart } from "./columns.ts";
import { duration } from "./duration.ts";
import { oneLine } from "./one-line.ts";

/** What is shown of one node while it works. */
export interface LiveRow {
  readonly name: string;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly failed: boolean;
  /** Whether an agent is not asked: it has neither a time nor work. */
  readonly skipped: boolean;
  readonly toolsDone: number;
  readonly toolsStarted: number;
  /** What an author is at; null before, and for all other nodes. */
  readonly step: string | null;
  /** The last of what its model has written. */
  readonly tail: string;
  /** What an author's strategy has come to, or why an agent has no output; null else. */
  readonly outcome: string | null;
}

const TAIL = 400;

/** The rows of a run that has not begun, one a node. */
export function waitingRows(names: readonly string[]): LiveRow[] {
  return names.map((name) => ({
    name,
    startedAt: null,
    endedAt: null,
    failed: false,
    skipped: false,
    toolsDone: 0,
    toolsStarted: 0,
    step: null,
    tail: "",
    outcome: null,
  }));
}

/** The rows after an event. */
export function afterEvent(rows: readonly LiveRow[], event: RunEvent): LiveRow[] {
  const change = changeOf(event);
  return rows.map((row) => (row.name === change?.node ? { ...row, ...change.of(row) } : row));
}

interface Change {
  readonly node: string;
  of(row: LiveRow): Partial<LiveRow>;
}

function changeOf(event: RunEvent): Change | null {
  switch (event.type) {
    case "span_started":
      if (event.parent === null) return { node: event.name, of: started(event.at) };
      if (event.kind === "author_step") return { node: event.parent, of: stepped(event.name) };
      return countsAsTool(event, (row) => ({ toolsStarted: row.toolsStarted + 1 }));
    case "span_ended":
      if (event.parent === null) return { node: event.name, of: ended(event) };
      return countsAsTool(event, (row) => ({ toolsDone: row.toolsDone + 1 }));
    case "reported":
      // One that is kept from an earlier run has neither start nor end.
      return {
        node: event.node,
        of: (row) => ({ startedAt: row.startedAt ?? event.at, endedAt: row.endedAt ?? event.at }),
      };
    case "agent_ended":
      // Who is kept or skipped has neither start nor end.
      return {
        node: event.outcome.agent,
        of: (row) => ({
          startedAt: row.startedAt ?? event.at,
          endedAt: row.endedAt ?? event.at,
          failed: event.outcome.state === "failed",
          skipped: event.outcome.state === "skipped",
          outcome: withoutOutput(event.outcome),
        }),
      };
    case "strategy_ended":
      return {
        node: event.node,
        of: () => ({ failed: event.failure !== null, outcome: outcomeWords(event) }),
      };
    case "text":
      return { node: event.node, of: (row) => ({ tail: (row.tail + event.text).slice(-TAIL) }) };
    default:
      return null;
  }
}

/** Why an agent has no output; null where it has one. */
function withoutOutput({ gap, skipped }: AgentOutcome): string | null {
  if (gap !== null) return `${gap.reason}: ${gap.message}`;
  return skipped === null ? null : `not asked: ${skipped}`;
}

/** Whoever speaks in several rounds begins anew in each. */
function started(at: number): Change["of"] {
  return () => ({
    startedAt: at,
    endedAt: null,
    failed: false,
    skipped: false,
    step: null,
    outcome: null,
  });
}

function stepped(name: string): Change["of"] {
  return ({ step }) => ({ step: stepWords(name, step) });
}

/** What an author has failed with is its outcome where no other is told. */
function ended({ kind, at, error }: Pick<Span, "kind"> & { at: number; error: string | null }) {
  return ({ failed, outcome }: LiveRow): Partial<LiveRow> => ({
    endedAt: at,
    failed: failed || error !== null,
    outcome: kind === "author" ? (outcome ?? error) : null,
  });
}

function countsAsTool(
  { kind, parent }: Pick<Span, "kind" | "parent">,
  of: Change["of"],
): Change | null {
  return kind === "tool" && parent !== null ? { node: parent, of } : null;
}

const STATES = {
  waiting: { mark: "·", code: "2" },
  working: { mark: "▶", code: "35" },
  done: { mark: "✓", code: "32" },
  failed: { mark: "✗", code: "31" },
  skipped: { mark: "–", code: "36" },
} as const;

/** The rows as lines, none wider than the window. */
export function liveLines(
  rows: readonly LiveRow[],
  now: number,
  columns: number,
  color: boolean,
): string[] {
  const names = rows.map(({ name }) => oneLine(name));
  const width = Math.max(...names.map((name) => name.length));
  return rows.map((row, place) => {
    const { mark, code } = STATES[stateOf(row)];
    const elapsed = elapsedOf(row, now);
    const head = `${mark} ${(names[place] ?? "").padEnd(width)} ${elapsed.padStart(8)} ${doingOf(row).padStart(11)}  `;
    const said =
      row.outcome === null
        ? clipStart(oneLine(row.tail), columns - 1 - head.length)
        : oneLine(row.outcome);
    const line = clip(head + said, columns - 1);
    return color ? `\x1b[${code}m${line}\x1b[0m` : line;
  });
}

function elapsedOf({ startedAt, endedAt, skipped }: LiveRow, now: number): string {
  return startedAt === null || skipped ? "" : duration((endedAt ?? now) - startedAt);
}

/** What a node is at: an author's step, or its tools. */
function doingOf({ step, outcome, toolsStarted, toolsDone }: LiveRow): string {
  if (outcome !== null) return "";
  return step ?? (toolsStarted === 0 ? "" : `${toolsDone}/${toolsStarted} tools`);
}

function stateOf({ startedAt, endedAt, failed, skipped }: LiveRow): keyof typeof STATES {
  if (skipped) return "skipped";
  if (startedAt === null) return "waiting";
  if (endedAt === null) return "working";
  return failed ? "failed" : "done";
}

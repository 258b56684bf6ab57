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
  readonly toolsDone: number;
  readonly toolsStarted: number;
  /** The last of what its model has written. */
  readonly tail: string;
}

const TAIL = 400;

/** The rows of a run that has not begun, one a node. */
export function waitingRows(names: readonly string[]): LiveRow[] {
  return names.map((name) => ({
    name,
    startedAt: null,
    endedAt: null,
    failed: false,
    toolsDone: 0,
    toolsStarted: 0,
    tail: "",
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
      return countsAsTool(event, (row) => ({ toolsStarted: row.toolsStarted + 1 }));
    case "span_ended":
      if (event.parent === null) {
        return {
          node: event.name,
          of: () => ({ endedAt: event.at, failed: event.error !== null }),
        };
      }
      return countsAsTool(event, (row) => ({ toolsDone: row.toolsDone + 1 }));
    case "reported":
      // One that is kept from an earlier run has neither start nor end.
      return {
        node: event.node,
        of: (row) => ({ startedAt: row.startedAt ?? event.at, endedAt: row.endedAt ?? event.at }),
      };
    case "text":
      return { node: event.node, of: (row) => ({ tail: (row.tail + event.text).slice(-TAIL) }) };
    default:
      return null;
  }
}

/** Whoever speaks in several rounds begins anew in each. */
function started(at: number): Change["of"] {
  return () => ({ startedAt: at, endedAt: null, failed: false });
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
} as const;

/** The rows as lines, none wider than the window. */
export function liveLines(
  rows: readonly LiveRow[],
  now: number,
  columns: number,
  color: boolean,
): string[] {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map((row) => {
    const { mark, code } = STATES[stateOf(row)];
    const elapsed = row.startedAt === null ? "" : duration((row.endedAt ?? now) - row.startedAt);
    const tools = row.toolsStarted === 0 ? "" : `${row.toolsDone}/${row.toolsStarted} tools`;
    const tail = oneLine(row.tail);
    const head = `${mark} ${row.name.padEnd(width)} ${elapsed.padStart(8)} ${tools.padStart(11)}  `;
    const line = clip(head + clipStart(tail, columns - 1 - head.length), columns - 1);
    return color ? `\x1b[${code}m${line}\x1b[0m` : line;
  });
}

function stateOf({ startedAt, endedAt, failed }: LiveRow): keyof typeof STATES {
  if (startedAt === null) return "waiting";
  if (endedAt === null) return "working";
  return failed ? "failed" : "done";
}

import { type JobState, jobStates, type QueuedJob } from "../run-queue.ts";
import { age } from "./age.ts";
import { printable } from "./printable.ts";
import { type Column, renderTable } from "./table.ts";
import { tableCell } from "./table-cell.ts";

/** What is in the queue. */
export interface QueueView {
  /** How many runs are in each state. */
  readonly counts: Readonly<Record<JobState, number>>;
  /** Those that are shown. */
  readonly jobs: readonly QueuedJob[];
}

const COLUMNS: readonly Column[] = [
  { title: "Run", align: "left" },
  { title: "State", align: "left" },
  { title: "For", align: "right" },
  { title: "Attempt", align: "right" },
  { title: "Worker", align: "left" },
  { title: "Reason", align: "left" },
];

/** In a cell that has nothing to say. */
const NONE = "-";

/**
 * The queue as its counts and a table, safe to print on a terminal.
 *
 * @param now epoch milliseconds
 */
export function renderQueue({ counts, jobs }: QueueView, now: number): string {
  const sums = `${jobStates.map((state) => `${counts[state]} ${state}`).join(", ")}.`;
  const rows = jobs.map(({ runId, state, since, attempt, worker, reason }) => [
    tableCell(runId),
    state,
    age(now - since),
    String(attempt),
    worker === null ? NONE : tableCell(worker),
    reason === null ? NONE : tableCell(reason),
  ]);
  const parts = jobs.length === 0 ? [sums] : [sums, renderTable(COLUMNS, rows)];
  return `${printable(parts.join("\n\n"))}\n`;
}

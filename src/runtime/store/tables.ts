import type { Generated } from "kysely";
import type { RunKind } from "#core/run-kind.ts";

/** Times are epoch milliseconds, JSON is text: both databases hold them alike. */
type Milliseconds = number;
type Json = string;

/** A run (`name` is "run"), or one step of it. One table, so that one statement makes them all. */
export interface RecordsTable {
  run_id: string;
  /** "run", or the step's node. */
  name: string;
  /** The run first, then its steps as they are sent. */
  place: number;
  state: string;
  started_at: Milliseconds | null;
  ended_at: Milliseconds | null;
  error: string | null;
  /** A run's result; what a step came to. */
  outcome: Json | null;
  /** Of a step: those who come to work together. */
  execution_group: string | null;
  /** From here on: of a run. */
  kind: RunKind | null;
  /** What it is about: its symbol, or its chain's name. */
  title: string | null;
  symbol: string | null;
  list_id: string | null;
  list_position: number | null;
  configuration: Json | null;
  attempt: number | null;
  held_until: Milliseconds | null;
  created_at: Milliseconds | null;
  rerun_of: string | null;
  summary: Json | null;
}

/** What a budget's calls have used or hold, together. */
export interface BudgetsTable {
  id: string;
  tokens: number;
  /** Millionths of a US dollar. */
  micro_usd: number;
}

export interface DecisionsTable {
  /** In the order in which they were kept. */
  place: Generated<number>;
  run_id: string;
  symbol: string;
  as_of: string;
  /** The UTC day on which it was made. */
  made_on: string;
  source: string;
  model: string;
  decision: Json;
}

/** A checkpoint without its channels' values. */
export interface CheckpointsTable {
  thread_id: string;
  checkpoint_ns: string;
  checkpoint_id: string;
  parent_checkpoint_id: string | null;
  type: string;
  checkpoint: Uint8Array;
  metadata: Uint8Array;
}

/** A channel's value in one version, which many checkpoints share. */
export interface CheckpointBlobsTable {
  thread_id: string;
  checkpoint_ns: string;
  channel: string;
  version: string;
  type: string;
  blob: Uint8Array;
}

/** What a task has written before its step's checkpoint. */
export interface CheckpointWritesTable {
  thread_id: string;
  checkpoint_ns: string;
  checkpoint_id: string;
  task_id: string;
  task_path: string;
  idx: number;
  channel: string;
  type: string;
  blob: Uint8Array;
}

/** On PostgreSQL the tables of checkpoints are LangGraph's own, of the same names and threads. */
export interface Tables {
  records: RecordsTable;
  budgets: BudgetsTable;
  decisions: DecisionsTable;
  checkpoints: CheckpointsTable;
  checkpoint_blobs: CheckpointBlobsTable;
  checkpoint_writes: CheckpointWritesTable;
}

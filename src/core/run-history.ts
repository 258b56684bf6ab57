import { z } from "zod";
import type { RunKind } from "./run-kind.ts";
import { runKinds } from "./run-kind.ts";
import { type RunState, runRecordSchema } from "./run-record.ts";

/** A run of any kind, in short: a line of the history. */
export const historyEntrySchema = runRecordSchema
  .pick({
    id: true,
    list: true,
    state: true,
    attempt: true,
    heldUntil: true,
    createdAt: true,
    startedAt: true,
    endedAt: true,
    error: true,
    rerunOf: true,
  })
  .extend({
    kind: z.enum(runKinds),
    /** What it is about: a symbol, or a chain's name. */
    title: z.string(),
    /** What came of it, in a few words: `buy 0.72 · 5 of 6 reports`; null without a result. */
    headline: z.string().nullable(),
  });

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Which runs are asked for: those to which all that is given applies. */
export interface HistoryQuery {
  readonly kind?: RunKind;
  readonly states?: readonly RunState[];
  /** Stands in the id or in the title, whatever the case of its letters. */
  readonly search?: string;
  /** Only those made before this time, in epoch milliseconds. */
  readonly before?: number;
  readonly limit?: number;
}

/** The runs of every kind. Every adapter passes tests/contracts/run-store.ts. */
export interface RunHistory {
  /** Newest first; those of a list in its order. One whose record cannot be read is left out. */
  entries(query: HistoryQuery): Promise<readonly HistoryEntry[]>;
  /** One run in short; null where there is none. */
  entry(runId: string): Promise<HistoryEntry | null>;
}

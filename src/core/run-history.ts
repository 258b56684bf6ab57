import { z } from "zod";
import { oneLine } from "./render/one-line.ts";
import type { RunKind } from "./run-kind.ts";
import { runKinds } from "./run-kind.ts";
import { runFieldsSchema } from "./run-record.ts";
import type { RunState } from "./run-state.ts";

/** A run of any kind, in short: a line of the history. */
export const historyEntrySchema = runFieldsSchema.extend({
  kind: z.enum(runKinds),
  /** What it is about: a symbol, or a chain's name. */
  title: z.string(),
  /** What came of it, in a few words: `buy 0.72 · 5 of 6 reports`; null without a result. */
  headline: z.string().nullable(),
});

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** A line of the history as it may be shown: a chain's name and an error are what others have written. */
export function printableEntry(entry: HistoryEntry): HistoryEntry {
  const { title, headline, error } = entry;
  return {
    ...entry,
    title: oneLine(title),
    headline: headline === null ? null : oneLine(headline),
    error: error === null ? null : oneLine(error),
  };
}

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

/** The runs of every kind. Every adapter passes tests/contracts/run-history.ts. */
export interface RunHistory {
  /** Newest first; those of a list in its order. One whose record cannot be read is left out. */
  entries(query: HistoryQuery): Promise<readonly HistoryEntry[]>;
  /**
   * One run in short; null where there is none.
   *
   * @throws DeskError `storage` when its record cannot be read
   */
  entry(runId: string): Promise<HistoryEntry | null>;
}

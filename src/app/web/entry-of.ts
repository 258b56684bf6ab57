import { analysisForm } from "#core/run-forms/analysis.ts";
import { type HistoryEntry, printableEntry } from "#core/run-history.ts";
import type { RunRecord } from "#core/run-record.ts";

/** An analysis as a line of the history. */
export function entryOf({ configuration, summary, ...fields }: RunRecord): HistoryEntry {
  return printableEntry({
    ...fields,
    title: analysisForm.titleOf(configuration),
    headline: summary === null ? null : analysisForm.headlineOf(summary),
  });
}

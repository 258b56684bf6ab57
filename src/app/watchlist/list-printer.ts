import { DeskError } from "#core/errors.ts";
import { inertJson } from "#core/render/inert-json.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunStore } from "#core/run-store.ts";
import { renderCsv } from "#core/watchlist/render/csv.ts";
import { renderWatchlist } from "#core/watchlist/render/watchlist.ts";
import { rowOf, type WatchRow } from "#core/watchlist/row.ts";
import type { Output } from "../terminal/terminal.ts";

/** How a list's results are printed. */
export type ListOutput = "table" | "json" | "json-lines" | "csv";

/** Prints a list's results. No more than one of them is ever held. */
export interface ListPrinter {
  /** A run has ended, before or since the work began. */
  ended(runId: string): void;
  /**
   * The work has ended.
   *
   * @throws DeskError `storage` when a result could not be read
   */
  finish(runs: readonly RunRecord[]): Promise<void>;
}

export function createListPrinter(
  output: ListOutput,
  store: RunStore,
  stdout: Output,
): ListPrinter {
  switch (output) {
    case "table":
      return { ended() {}, finish: async (runs) => void stdout.write(renderWatchlist(runs)) };
    case "csv":
      return { ended() {}, finish: async (runs) => void stdout.write(renderCsv(runs)) };
    case "json":
      return { ended() {}, finish: (runs) => printArray(runs, store, stdout) };
    case "json-lines":
      return createLinePrinter(store, stdout);
  }
}

async function printArray(
  runs: readonly RunRecord[],
  store: RunStore,
  stdout: Output,
): Promise<void> {
  for (const [place, run] of runs.entries()) {
    stdout.write(`${place === 0 ? "[" : ","}\n${inertJson(await readRow(run.id, store))}`);
  }
  stdout.write("\n]\n");
}

/** One row at a time, each as its run ends; at last those that were never begun. */
function createLinePrinter(store: RunStore, stdout: Output): ListPrinter {
  const printed = new Set<string>();
  let printing = Promise.resolve();
  const print = (runId: string) => {
    if (printed.has(runId)) return;
    printed.add(runId);
    printing = printing.then(async () => {
      stdout.write(`${inertJson(await readRow(runId, store))}\n`);
    });
    // Whoever finishes is told.
    printing.catch(() => {});
  };
  return {
    ended: print,
    async finish(runs) {
      for (const { id } of runs) print(id);
      await printing;
    },
  };
}

/** A run as it is recorded now. */
async function readRow(runId: string, store: RunStore): Promise<WatchRow> {
  const run = await store.read(runId);
  if (run !== null) return rowOf(run);
  throw new DeskError("storage", `run ${runId} was removed while its list was printed.`);
}

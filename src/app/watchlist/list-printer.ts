import { DeskError } from "#core/errors.ts";
import { inertJson } from "#core/render/inert-json.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunStore } from "#core/run-store.ts";
import { renderCsv } from "#core/watchlist/render/csv.ts";
import { renderWatchlist } from "#core/watchlist/render/watchlist.ts";
import { rowOf, type WatchRow } from "#core/watchlist/row.ts";
import type { Output } from "../terminal/terminal.ts";
import { writeOut } from "../terminal/write-out.ts";

/** How a list's results are printed. */
export type ListOutput = "table" | "json" | "json-lines" | "csv";

/** Prints a list's results. No more than one of them is ever held, however slowly they are read. */
export interface ListPrinter {
  /** A run has ended, before or since the work began. */
  ended(runId: string): void;
  /**
   * The work has ended.
   *
   * @throws DeskError `storage` when a result could not be read; the signal's reason when it is aborted
   *   and the reader takes nothing
   */
  finish(runs: readonly RunRecord[]): Promise<void>;
}

/** @param signal aborted when the person asks to stop: nothing waits then for a reader that takes nothing */
export function createListPrinter(
  output: ListOutput,
  store: Pick<RunStore, "read">,
  stdout: Output,
  signal: AbortSignal,
): ListPrinter {
  const print: Print = (text) => writeOut(stdout, text, signal);
  switch (output) {
    case "table":
      return { ended() {}, finish: async (runs) => void (await print(renderWatchlist(runs))) };
    case "csv":
      return { ended() {}, finish: async (runs) => void (await print(renderCsv(runs))) };
    case "json":
      return { ended() {}, finish: (runs) => printArray(runs, store, print) };
    case "json-lines":
      return createLinePrinter(store, print);
  }
}

/** Writes a piece and waits until it has left; false when there is no use in writing more. */
type Print = (text: string) => Promise<boolean>;

async function printArray(
  runs: readonly RunRecord[],
  store: Pick<RunStore, "read">,
  print: Print,
): Promise<void> {
  for (const [place, run] of runs.entries()) {
    const row = inertJson(await readRow(run.id, store));
    if (!(await print(`${place === 0 ? "[" : ","}\n${row}`))) return;
  }
  await print("\n]\n");
}

/** One row at a time, each as its run ends; at last those that were never begun. */
function createLinePrinter(store: Pick<RunStore, "read">, print: Print): ListPrinter {
  const printed = new Set<string>();
  let printing = Promise.resolve(true);
  const printRun = (runId: string) => {
    if (printed.has(runId)) return;
    printed.add(runId);
    printing = printing.then(async (isRead) => {
      return isRead && print(`${inertJson(await readRow(runId, store))}\n`);
    });
    // Whoever finishes is told.
    printing.catch(() => {});
  };
  return {
    ended: printRun,
    async finish(runs) {
      for (const { id } of runs) printRun(id);
      await printing;
    },
  };
}

/** A run as it is recorded now. */
async function readRow(runId: string, store: Pick<RunStore, "read">): Promise<WatchRow> {
  const run = await store.read(runId);
  if (run !== null) return rowOf(run);
  throw new DeskError("storage", `run ${runId} was removed while its list was printed.`);
}

import { printable } from "#core/render/printable.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { Span } from "#core/span.ts";
import type { Store } from "#runtime/store/store.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import type { Invocation } from "../commands/command.ts";
import type { Config } from "../config.ts";
import { type ChartMarket, pageOfRun } from "./page-of-run.ts";
import { runDocument } from "./run-document.ts";
import type { RunPage } from "./run-page.ts";

/** Where a recorded run is, and where its chart's bars come from. */
interface PagePlace {
  readonly store: Store;
  readonly config: Config;
  readonly market?: ChartMarket;
}

/**
 * Writes a recorded run with a result as a page of its own, and says where.
 *
 * @throws DeskError `storage` where it cannot be read or written
 */
export async function writeRunPage(
  file: string,
  id: string,
  { store, config, market }: PagePlace,
  invocation: Invocation,
): Promise<void> {
  const page = await pageOfRun(store, config, invocation.clock, id, market);
  if (page !== null) await write(file, page, invocation);
}

const NO_CHART =
  "There is no price chart: the run was replayed, and its recording answers nobody else.";

/**
 * The same of a run that was replayed from a recording, of which there are no records.
 *
 * @throws DeskError `storage` where it cannot be written
 */
export async function writeReplayedPage(
  file: string,
  { result, spans }: { readonly result: AnalysisResult; readonly spans: readonly Span[] },
  invocation: Invocation,
): Promise<void> {
  const { runId: id, symbol: title } = result;
  const shown = { id, title, spans, missing: [NO_CHART] };
  await write(file, { ...shown, kind: "analysis", result, chart: null }, invocation);
}

async function write(file: string, page: RunPage, { terminal }: Invocation): Promise<void> {
  await writeWhole(file, await runDocument(page));
  terminal.stderr.write(`${printable(`Page written to ${file}`)}\n`);
}

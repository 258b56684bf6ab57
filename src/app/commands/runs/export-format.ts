import { DeskError } from "#core/errors.ts";
import { csvLine } from "#core/render/csv.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { runCsvColumns, runCsvRow } from "#core/render/run-csv.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import { reportText } from "./report-text.ts";

export const exportFormats = ["json", "json-lines", "csv", "md", "html"] as const;
type ExportFormat = (typeof exportFormats)[number];

/** How runs are written: what stands around and between them, and each itself. */
interface Layout {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  text(run: AnyKeptRun): string | Promise<string>;
}

interface Surroundings {
  /** Whether it is the one run that was asked for, or one of any number. */
  readonly single: boolean;
  readonly logsDir: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** A run as a page of its own; null where it has no result. */
  readonly page: (id: string) => Promise<string | null>;
}

/** Runs in a format, piece by piece as they come, so that any number of them fits. */
export async function* exported(
  runs: AsyncIterable<AnyKeptRun>,
  format: ExportFormat,
  surroundings: Surroundings,
): AsyncGenerator<string> {
  const { before, between, after, text } = layoutOf(format, surroundings);
  yield before;
  let first = true;
  for await (const run of runs) {
    yield `${first ? "" : between}${await text(run)}`;
    first = false;
  }
  yield after;
}

function layoutOf(format: ExportFormat, { single, logsDir, now, page }: Surroundings): Layout {
  const none = { before: "", between: "", after: "" };
  switch (format) {
    case "json":
      return {
        ...(single ? { ...none, after: "\n" } : { before: "[", between: ",\n", after: "]\n" }),
        text: inertJson,
      };
    case "json-lines":
      return { ...none, text: (run) => `${inertJson(run)}\n` };
    case "csv":
      return {
        ...none,
        before: csvLine(runCsvColumns),
        text: (run) => csvLine(runCsvRow(run, now)),
      };
    case "md":
      return { ...none, between: "\n---\n\n", text: (run) => reportText(run, logsDir, now) };
    case "html":
      return { ...none, text: (run) => pageText(run, page) };
  }
}

async function pageText({ id }: AnyKeptRun, page: Surroundings["page"]): Promise<string> {
  const text = await page(id);
  if (text !== null) return text;
  throw new DeskError(
    "usage",
    `run ${id} has no result, so there is no page of it. Take it as --format md or json.`,
  );
}

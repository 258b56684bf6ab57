import { inertJson } from "#core/render/inert-json.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import { reportText } from "../commands/runs/report-text.ts";
import { keptRun } from "../kept-run.ts";
import { pageOfRun } from "../page/page-of-run.ts";
import { notNow, notThere } from "./refusals.ts";
import type { WebParts } from "./web-parts.ts";

/** A run to be taken away. */
interface ReportFile {
  /** What it is to a browser. */
  readonly type: string;
  /** What the file is called. */
  readonly name: string;
  readonly text: string;
}

/**
 * A run as a file: the same as what `runs export` writes.
 *
 * @param report which one: `report.html`, `report.md` or `report.json`
 * @throws HTTPException 404 for any other, 409 for the page of a run without a result
 */
export async function reportFile(
  run: HistoryEntry,
  report: string,
  { store, config, clock, market }: WebParts,
): Promise<ReportFile> {
  const kept = await keptRun(store, run);
  if (kept === null) throw notThere("run", run.id);
  switch (report) {
    case "report.json":
      return { type: "application/json", name: `${run.id}.json`, text: `${inertJson(kept)}\n` };
    case "report.md": {
      const text = await reportText(kept, config.logsDir, clock.now());
      return { type: "text/markdown", name: `${run.id}.md`, text };
    }
    case "report.html": {
      const page = await pageOfRun(store, config, clock, run.id, market);
      if (page === null) {
        throw notNow(
          `run ${run.id} has no result, so there is no page of it: take it as .md or .json.`,
        );
      }
      const { runDocument } = await import("../page/run-document.ts");
      return { type: "text/html", name: `${run.id}.html`, text: await runDocument(page) };
    }
  }
  throw notThere("report", report);
}

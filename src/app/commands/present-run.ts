import { join } from "node:path";
import type { PlannedGroup } from "#core/planned-group.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { printable } from "#core/render/printable.ts";
import type { AnalysisResult } from "#core/result.ts";
import { runFolderPath } from "#runtime/run-folder.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import type { Config } from "../config.ts";
import type { AnalyzeRequest } from "./analyze-request.ts";
import type { Invocation } from "./command.ts";
import { type RunProgress, runProgress } from "./run-progress.ts";

/** How a run is shown, and where its report is saved. */
export type Presentation = Pick<AnalyzeRequest, "json" | "out" | "quiet">;

/** What is shown and kept of a run: as JSON, and as text for people. */
export interface Shown {
  readonly json: object;
  readonly text: string;
}

/** Shows one run: its progress on stderr, its result on stdout. */
export interface Presenter extends RunProgress {
  show(shown: Shown): void;
  /** Saves the report where it was asked for beside its folder. */
  save(shown: Shown, result: AnalysisResult): Promise<void>;
  /** The last words: where the run is kept, and what must not be overlooked. */
  last(result: AnalysisResult): void;
}

export function presentRun(
  invocation: Invocation,
  config: Config,
  { json, out, quiet }: Presentation,
  groups: readonly PlannedGroup[],
): Presenter {
  const { terminal } = invocation;
  return {
    ...runProgress(invocation, config, quiet, groups),
    show(shown) {
      terminal.stdout.write(json ? `${inertJson(shown.json)}\n` : shown.text);
    },
    async save(shown, { symbol, asOf }) {
      if (out === null) return;
      const name = join(out, `${symbol}_${asOf}`);
      await writeWhole(`${name}.md`, shown.text);
      await writeWhole(`${name}.json`, `${JSON.stringify(shown.json, null, 2)}\n`);
    },
    last({ runId, data }) {
      if (!quiet) terminal.stderr.write(`Kept in ${runFolderPath(config.logsDir, runId)}\n`);
      if (data.notice !== null) terminal.stderr.write(`${printable(data.notice)}\n`);
    },
  };
}

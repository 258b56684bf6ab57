import { join } from "node:path";
import { inertJson } from "#core/render/inert-json.ts";
import { printable } from "#core/render/printable.ts";
import type { AnalysisResult } from "#core/result.ts";
import { type Role, researchers, reviewers } from "#core/role.ts";
import { analystNode } from "#graphs/analysis/node-names.ts";
import { runFolderPath } from "#runtime/run-folder.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import type { Config } from "../config.ts";
import { createLiveView } from "../terminal/live-view.ts";
import { createPlainView } from "../terminal/plain-view.ts";
import type { Progress } from "../terminal/progress.ts";
import type { AnalyzeRequest } from "./analyze-request.ts";
import type { Invocation } from "./command.ts";

/** How a run is shown, and where its report is saved. */
export type Presentation = Pick<AnalyzeRequest, "json" | "out" | "quiet">;

/** What is shown and kept of a run: as JSON, and as text for people. */
export interface Shown {
  readonly json: object;
  readonly text: string;
}

/** Shows one run: its progress on stderr, its result on stdout. */
export interface Presenter {
  readonly progress: Progress;
  /** Whether somebody watches it line by line as it is written. */
  readonly watched: boolean;
  show(shown: Shown): void;
  /** Saves the report where it was asked for beside its folder. */
  save(shown: Shown, result: AnalysisResult): Promise<void>;
  /** The last words: where the run is kept, and what must not be overlooked. */
  last(result: AnalysisResult): void;
}

export function presentRun(
  { terminal, clock }: Invocation,
  config: Config,
  { json, out, quiet }: Presentation,
  nodes: readonly string[],
): Presenter {
  const watched = terminal.stderr.isTTY === true && config.interactive && !quiet;
  return {
    progress: watched
      ? createLiveView(terminal.stderr, nodes, clock, config.color)
      : createPlainView(terminal.stderr, quiet),
    watched,
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

/** The rows of the live view, in the order in which they come to work. */
export function nodesOf({ analysts, depth }: Pick<AnalyzeRequest, "analysts" | "depth">): string[] {
  const debate: readonly Role[] = depth === "quick" ? [] : researchers;
  const plan: readonly Role[] = depth === "deep" ? ["trader", ...reviewers] : [];
  return [
    "dispatcher",
    ...analysts.map(analystNode),
    "merge",
    ...debate,
    ...plan,
    "portfolio_manager",
    "audit",
  ];
}

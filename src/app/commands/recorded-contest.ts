import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ContestResult, contestStatus } from "#core/contest/contest.ts";
import { contestGroups } from "#core/contest/contest-groups.ts";
import { contestNews } from "#core/contest/progress.ts";
import { inertJson } from "#core/render/inert-json.ts";
import type { Sink } from "#runtime/journal.ts";
import { runFolderPath } from "#runtime/run-folder.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import {
  type ContestWorkplace,
  contestPagePath,
  performContest,
} from "../contest/perform-contest.ts";
import { endsAll } from "../ends-all.ts";
import { exitCodes } from "../exit-codes.ts";
import type { RunAtHand } from "../perform-recorded.ts";
import type { Invocation } from "./command.ts";
import { runProgress } from "./run-progress.ts";
import type { ContestPresentation } from "./strategies-request.ts";

/**
 * Holds a contest, shows it, and gives the exit code. One that is cut off says where its strategies are.
 *
 * @throws what has ended it without a result, and DeskError `storage` where something could not be kept:
 *   its result has been shown then
 */
export async function showRecordedContest(
  run: RunAtHand<"contest">,
  workplace: ContestWorkplace,
  presentation: ContestPresentation,
  invocation: Invocation,
): Promise<number> {
  const { terminal, signal } = invocation;
  const { html, output, quiet } = presentation;
  const { runId } = run.claim;
  const groups = contestGroups(run.configuration);
  const authors = groups.flatMap(({ name, nodes }) => (name === "authors" ? nodes : []));
  const folder = runFolderPath(workplace.config.logsDir, runId);
  const say = (line: string) => quiet || terminal.stderr.write(`${line}\n`);
  const { progress } = runProgress(invocation, workplace.config, quiet, groups);
  const newsOf = contestNews(authors);
  let finished = 0;
  const watcher: Sink = (event) => {
    progress.onEvent(event);
    if (event.type === "strategy_ended" && (event.code ?? event.answer) !== null) finished += 1;
    if (output !== "json-lines") return;
    for (const news of newsOf(event)) terminal.stdout.write(`${inertJson(news)}\n`);
  };
  try {
    const { result } = await performContest(run, workplace, {
      signal,
      watcher,
      text: true,
      async onResult(kept, report) {
        progress.stop();
        terminal.stdout.write(printed(kept.result, report, output));
      },
    });
    const page = contestPagePath(folder);
    if (html !== null) await writeWhole(html, await readFile(page, "utf8"));
    say(`Kept in ${folder}; open ${page}`);
    return exitCodes[contestStatus(result)];
  } catch (thrown) {
    progress.stop();
    if (signal.aborted && finished > 0) {
      say(`Finished strategies are kept in ${join(folder, "strategies")}`);
    }
    if (signal.aborted || endsAll(thrown)) {
      terminal.stderr.write(`Hold it anew with: trading-graph rerun ${runId}\n`);
    }
    throw thrown;
  }
}

function printed(
  result: ContestResult,
  report: string,
  output: ContestPresentation["output"],
): string {
  if (output === "text") return report;
  return `${inertJson(output === "json" ? result : { type: "result", result })}\n`;
}

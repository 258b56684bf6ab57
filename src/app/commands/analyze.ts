import { join } from "node:path";
import { renderMarkdown } from "#core/render/markdown.ts";
import { printable } from "#core/render/printable.ts";
import { type AnalysisResult, statusOf } from "#core/result.ts";
import { runId } from "#core/run-id.ts";
import { analystNode } from "#graphs/analysis/node-names.ts";
import { createJournal } from "#runtime/journal.ts";
import { openRunFolder } from "#runtime/run-folder.ts";
import { openRunLog } from "#runtime/run-log.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import { readConfig } from "../config.ts";
import { openDesk } from "../desk.ts";
import { exitCodes } from "../exit-codes.ts";
import { optionsHelp } from "../options.ts";
import { runAnalysis } from "../run-analysis.ts";
import { createLiveView } from "../terminal/live-view.ts";
import { createPlainView } from "../terminal/plain-view.ts";
import { type AnalyzeRequest, analyzeOptions, readAnalyzeRequest } from "./analyze-request.ts";
import type { Command, Invocation } from "./command.ts";

const HELP = `Usage: trading-graph analyze TICKER [options]
       npm run analyze TICKER -- [options]

Sends the ticker to every selected analyst at the same time, merges their reports and draws a
decision. The report goes to stdout, progress to stderr, and both are kept under logs/.

Options (each also by the environment variable in brackets, or in a .env file):
${optionsHelp(analyzeOptions)}

Exit codes: 0 ok, 1 failed, 2 usage, 3 partial (something is missing), 130 interrupted.`;

export const analyze: Command = {
  summary: "analyse one ticker with several analysts at once",
  help: HELP,
  async run(invocation) {
    const { terminal, clock, signal, argv } = invocation;
    const env = invocation.environment();
    const config = readConfig(env);
    const request = readAnalyzeRequest(argv, env, clock.now());
    const id = runId(request.ticker, clock.now(), Math.random());
    const desk = await openDesk(request, config, clock);
    const log = await openRunLog(config.logsDir, id);
    const kept = await openRunFolder(config.logsDir, id, { ...request, model: desk.model });
    const watched = terminal.stderr.isTTY === true && config.interactive && !request.quiet;
    const progress = watched
      ? createLiveView(terminal.stderr, nodesOf(request), clock, config.color)
      : createPlainView(terminal.stderr, request.quiet);
    const journal = createJournal([log.sink, kept.sink, progress.onEvent]);
    try {
      const run = { runId: id, journal, signal, text: watched };
      const { result, spans } = await runAnalysis(request, desk, run).finally(progress.stop);
      const report = renderMarkdown(result, spans);
      await kept.finish(result, report);
      if (request.out !== null) await save(request.out, result, report);
      terminal.stdout.write(request.json ? `${JSON.stringify(result)}\n` : report);
      sayLast(invocation, request, result, kept.path);
      return exitCodes[statusOf(result)];
    } finally {
      await Promise.all([desk.close(), kept.close(), log.close()]);
    }
  },
};

function nodesOf({ analysts }: AnalyzeRequest): string[] {
  return ["dispatcher", ...analysts.map(analystNode), "merge", "portfolio_manager"];
}

/** Saves report and result as `AAPL_2026-11-21.md` and `.json`. */
async function save(folder: string, result: AnalysisResult, report: string): Promise<void> {
  const name = join(folder, `${result.symbol}_${result.asOf}`);
  await writeWhole(`${name}.md`, report);
  await writeWhole(`${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
}

/** The last words on the terminal: where the run is kept, and what must not be overlooked. */
function sayLast(
  { terminal }: Invocation,
  { quiet }: AnalyzeRequest,
  { data }: AnalysisResult,
  path: string,
): void {
  if (!quiet) terminal.stderr.write(`Kept in ${path}\n`);
  if (data.notice !== null) terminal.stderr.write(`${printable(data.notice)}\n`);
}

import { inertJson } from "#core/render/inert-json.ts";
import { renderMarkdown } from "#core/render/markdown.ts";
import { printable } from "#core/render/printable.ts";
import { type AnalysisResult, statusOf } from "#core/result.ts";
import { researchers, reviewers } from "#core/role.ts";
import type { Span } from "#core/span.ts";
import { analystNode } from "#graphs/analysis/node-names.ts";
import { requireFilePlace, requireFolder } from "#runtime/write-whole.ts";
import { readConfig, secretsOf } from "../config.ts";
import { estimateOf, renderEstimate } from "../dry-run.ts";
import { exitCodes } from "../exit-codes.ts";
import { optionsHelp } from "../options.ts";
import { runAnalysis } from "../run-analysis.ts";
import { openRunRecords } from "../run-records.ts";
import { createLiveView } from "../terminal/live-view.ts";
import { createPlainView } from "../terminal/plain-view.ts";
import { analyzeOptions } from "./analyze-options.ts";
import { type AnalyzeRequest, readAnalyzeRequest } from "./analyze-request.ts";
import { openStage } from "./analyze-stage.ts";
import type { Command, Invocation } from "./command.ts";

const HELP = `Usage: trading-graph analyze TICKER [options]
       npm run analyze TICKER -- [options]

Sends the ticker to every selected analyst at the same time, merges their reports and draws a
decision. The report goes to stdout, progress to stderr, and both are kept under logs/.

Options (most also by the environment variable in brackets, or in a .env file):
${optionsHelp(analyzeOptions)}

Exit codes: 0 ok, 1 failed, 2 usage, 3 partial (something is missing), 130 interrupted.`;

export const analyze: Command = {
  summary: "analyse one ticker with several analysts at once",
  help: HELP,
  async run(invocation) {
    const { terminal, signal, argv } = invocation;
    const env = invocation.environment();
    const config = readConfig(env);
    const request = readAnalyzeRequest(argv, env, invocation.clock.now());
    if (request.out !== null) await requireFolder(request.out);
    if (request.record !== null) await requireFilePlace(request.record);
    const stage = await openStage(request, config, invocation.clock);
    const { desk, clock } = stage;
    const records = await openRunRecords({ request, desk, config, clock });
    const watched = terminal.stderr.isTTY === true && config.interactive && !request.quiet;
    const progress = watched
      ? createLiveView(terminal.stderr, nodesOf(request), clock, config.color)
      : createPlainView(terminal.stderr, request.quiet);
    try {
      const { result, spans } = await runAnalysis(request, desk, {
        runId: records.runId,
        journal: records.journal(progress.onEvent),
        signal: AbortSignal.any([signal, ...stage.signals]),
        text: watched,
        secrets: secretsOf(config),
      }).finally(progress.stop);
      const { json, text } = request.dryRun ? estimated(result) : reported(result, spans);
      terminal.stdout.write(request.json ? `${inertJson(json)}\n` : text);
      // None loses another: all were paid for.
      const kept = await Promise.allSettled([
        records.finish(json, text),
        stage.save(),
        desk.remember(result),
      ]);
      for (const outcome of kept) if (outcome.status === "rejected") throw outcome.reason;
      sayLast(invocation, request, result, records.path);
      return exitCodes[statusOf(result)];
    } finally {
      await Promise.all([desk.close(), records.close()]);
    }
  },
};

/** What is shown and kept of a run: as JSON, and as text for people. */
interface Shown {
  readonly json: object;
  readonly text: string;
}

function reported(result: AnalysisResult, spans: readonly Span[]): Shown {
  return { json: result, text: renderMarkdown(result, spans) };
}

function estimated(result: AnalysisResult): Shown {
  const json = estimateOf(result);
  return { json, text: `${printable(renderEstimate(json))}\n` };
}

/** The rows of the live view, in the order in which they come to work. */
function nodesOf({ analysts, depth }: AnalyzeRequest): string[] {
  return [
    "dispatcher",
    ...analysts.map(analystNode),
    "merge",
    ...(depth === "quick" ? [] : researchers),
    ...(depth === "deep" ? ["trader", ...reviewers] : []),
    "portfolio_manager",
    "audit",
  ];
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

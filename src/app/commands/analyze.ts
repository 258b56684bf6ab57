import { analysisGroups } from "#core/analysis-groups.ts";
import { renderMarkdown } from "#core/render/markdown.ts";
import { printable } from "#core/render/printable.ts";
import { type AnalysisResult, analysisResultSchema, statusOf } from "#core/result.ts";
import { runId as newRunId } from "#core/run-id.ts";
import type { Span } from "#core/span.ts";
import { requireFilePlace, requireFolder } from "#runtime/write-whole.ts";
import { type Config, readConfig, secretsOf } from "../config.ts";
import { estimateOf, renderEstimate } from "../dry-run.ts";
import { exitCodes } from "../exit-codes.ts";
import { openRunStore } from "../open-run-store.ts";
import { optionsHelp } from "../options.ts";
import { runAnalysis } from "../run-analysis.ts";
import { sharedConfigurationOf } from "../run-configuration.ts";
import { openRunRecords } from "../run-records.ts";
import { analyzeOptions } from "./analyze-options.ts";
import { type AnalyzeRequest, readAnalyzeRequest } from "./analyze-request.ts";
import { liveStage, rehearsalStage } from "./analyze-stage.ts";
import type { Command, Invocation } from "./command.ts";
import { presentRun, type Shown } from "./present-run.ts";
import { showRecordedRun } from "./recorded-run.ts";

const HELP = `Usage: trading-graph analyze TICKER [options]
       npm run analyze TICKER -- [options]

Sends the ticker to every selected analyst at the same time, merges their reports and draws a
decision. The report goes to stdout, progress to stderr, and both are kept under logs/. A run that was
cut off goes on with trading-graph resume.

Options (most also by the environment variable in brackets, or in a .env file):
${optionsHelp(analyzeOptions)}

Exit codes: 0 ok, 1 failed, 2 usage, 3 partial (something is missing), 130 interrupted.`;

export const analyze: Command = {
  summary: "analyse one ticker with several analysts at once",
  help: HELP,
  async run(invocation) {
    const env = invocation.environment();
    const config = readConfig(env);
    const request = readAnalyzeRequest(invocation.argv, env, invocation.clock.now());
    if (request.out !== null) await requireFolder(request.out);
    if (request.record !== null) await requireFilePlace(request.record);
    if (request.html !== null) await requireFilePlace(request.html);
    const rehearsal = request.dryRun || request.replay !== null;
    return rehearsal
      ? rehearse(request, config, invocation)
      : analyzeRecorded(request, config, invocation);
  },
};

/** A run with records, which can be resumed. */
async function analyzeRecorded(
  request: AnalyzeRequest,
  config: Config,
  invocation: Invocation,
): Promise<number> {
  const { clock } = invocation;
  const startedAt = clock.now();
  const id = newRunId(request.ticker, startedAt, Math.random());
  const shared = sharedConfigurationOf(request, config, startedAt);
  const configuration = { ...shared, symbol: request.ticker };
  const store = await openRunStore(config, clock);
  try {
    const { desk, signals, save } = await liveStage(request, config, clock, store, id);
    try {
      const groups = analysisGroups(configuration);
      const planned = { id, configuration, groups, list: null, rerunOf: null };
      const claim = await store.runs.begin(planned);
      const run = { claim, configuration, rerunOf: null };
      const workplace = { desk, store, config };
      const additions = { signals, save };
      const code = await showRecordedRun(run, workplace, request, invocation, additions);
      if (request.html !== null) {
        const { writeRunPage } = await import("../page/write-run-page.ts");
        await writeRunPage(request.html, id, { store, config, market: desk.market }, invocation);
      }
      return code;
    } finally {
      await desk.close();
    }
  } finally {
    await store.close();
  }
}

/** An estimate, or a recording replayed: kept in a folder, and no run that could be resumed. */
async function rehearse(
  request: AnalyzeRequest,
  config: Config,
  invocation: Invocation,
): Promise<number> {
  const { desk, clock, signals } = await rehearsalStage(request, config, invocation.clock);
  const runId = newRunId(request.ticker, clock.now(), Math.random());
  const asked = { ...request, ...sharedConfigurationOf(request, config, clock.now()) };
  const records = await openRunRecords(runId, asked, config.logsDir, clock);
  const presenter = presentRun({ ...invocation, clock }, config, request, analysisGroups(request));
  const { progress, watched } = presenter;
  try {
    const { result, spans } = await runAnalysis(request, desk, {
      runId,
      journal: records.journal([progress.onEvent]),
      signal: AbortSignal.any([invocation.signal, ...signals]),
      text: watched,
      secrets: secretsOf(config),
    }).finally(progress.stop);
    const shown = request.dryRun ? estimated(result) : reported(result, spans);
    presenter.show(shown);
    await Promise.all([records.finish(shown.json, shown.text), presenter.save(shown, result)]);
    presenter.last(result);
    if (request.html !== null) {
      const { writeReplayedPage } = await import("../page/write-run-page.ts");
      await writeReplayedPage(request.html, { result, spans }, invocation);
    }
    return exitCodes[statusOf(result)];
  } finally {
    await Promise.all([desk.close(), records.close()]);
  }
}

function reported(result: AnalysisResult, spans: readonly Span[]): Shown {
  // In its schema's order, as the records of a run give it back.
  return { json: analysisResultSchema.parse(result), text: renderMarkdown(result, spans) };
}

function estimated(result: AnalysisResult): Shown {
  const json = estimateOf(result);
  return { json, text: `${printable(renderEstimate(json))}\n` };
}

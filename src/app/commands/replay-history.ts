import { join } from "node:path";
import type { Day } from "#core/day.ts";
import { type PastPlan, planPast } from "#core/history-replay/plan.ts";
import type { ReplayQuestion } from "#core/history-replay/question.ts";
import { type Hindsight, replayOf, replayStatus, rowOf } from "#core/history-replay/replay.ts";
import { stepText } from "#core/history-replay/step.ts";
import { renderHistoryReplay } from "#core/render/history-replay.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { printable } from "#core/render/printable.ts";
import { replayProgress } from "#core/render/replay-progress.ts";
import type { Provenance } from "#core/result.ts";
import { runId } from "#core/run-id.ts";
import { isoTime } from "#core/span.ts";
import { openKeptFolder } from "#runtime/kept-folder.ts";
import { createRates } from "#runtime/rates/rates.ts";
import { type Config, readConfig, secretsOf } from "../config.ts";
import { type Desk, openDesk } from "../desk.ts";
import { exitCodes } from "../exit-codes.ts";
import { readHindsight } from "../hindsight.ts";
import { optionsHelp } from "../options.ts";
import { replayDays } from "../replay-days.ts";
import type { Command, Invocation } from "./command.ts";
import { replayHistoryOptions } from "./replay-history-options.ts";
import { type ReplayHistoryRequest, readReplayHistoryRequest } from "./replay-history-request.ts";

const HELP = `Usage: trading-graph replay-history TICKER [options]
       npm run replay-history -- TICKER [options]

Lets the desk decide on the days of a past grid, several days at once, each with only what was public
by then, and shows what came of it: right or wrong against the index, and followed with money against
buying and holding. A model may remember the period: the report says what that means for the figures.
The report goes to stdout, progress to stderr, and both are kept under logs/replays/.

Options (many also by the environment variable in brackets, or in a .env file):
${optionsHelp(replayHistoryOptions)}

Exit codes: 0 ok, 1 failed, 2 usage, 3 partial (something is missing), 130 interrupted.`;

export const replayHistory: Command = {
  summary: "let the desk decide on past days and score it against buy and hold",
  help: HELP,
  async run(invocation) {
    const { argv, clock, signal } = invocation;
    const env = invocation.environment();
    const config = readConfig(env);
    const request = readReplayHistoryRequest(argv, env, clock.now());
    const rates = createRates();
    const { data, hindsight } = await readHindsight(request, { config, clock, signal, rates });
    const plan = planPast(request, hindsight.prices);
    const choice = { ...request, data: data.source };
    const desk = withoutMemory(await openDesk(choice, config, clock, { rates }));
    const question = questionOf(request, plan, data, desk.model);
    try {
      return await replay(
        { request, config, question, days: plan.days, hindsight, desk },
        invocation,
      );
    } finally {
      await desk.close();
    }
  },
};

/** The same desk without its own record: what it has decided since would be hindsight. */
function withoutMemory(desk: Desk): Desk {
  return { ...desk, ports: { ...desk.ports, recall: async () => null } };
}

function questionOf(
  { ticker, benchmark, step, horizon, costs }: ReplayHistoryRequest,
  { from, to }: PastPlan,
  data: Provenance,
  model: string,
): ReplayQuestion {
  const every = stepText(step);
  return { symbol: ticker, benchmark, model, data, from, to, every, horizon, costs };
}

/** Everything that a replay needs, settled before anything is spent. */
interface Scene {
  readonly request: ReplayHistoryRequest;
  readonly config: Config;
  readonly question: ReplayQuestion;
  readonly days: readonly Day[];
  readonly hindsight: Hindsight;
  readonly desk: Desk;
}

/** Runs the days, shows and keeps what came of them, and gives the exit code. */
async function replay(scene: Scene, { clock, signal, terminal }: Invocation): Promise<number> {
  const { request, config, question, days, hindsight, desk } = scene;
  const { notice } = question.data;
  const say = (line: string) => terminal.stderr.write(`${printable(line)}\n`);
  const startedAt = clock.now();
  const replayId = runId(question.symbol, startedAt, Math.random());
  const asked = { ...request, ...question, days, startedAt: isoTime(startedAt) };
  const path = join(config.logsDir, "replays", replayId);
  const folder = await openKeptFolder(path, "decisions.jsonl", asked);
  try {
    if (notice !== null) say(notice);
    let done = 0;
    const { runs, unfinished } = await replayDays(days, request, desk, {
      atOnce: request.atOnce,
      replayId,
      logsDir: config.logsDir,
      signal,
      secrets: secretsOf(config),
      onRun(run) {
        done += 1;
        folder.add(rowOf(run, question, hindsight));
        if (!request.quiet) say(replayProgress(run, done, days.length));
      },
    });
    const result = replayOf(replayId, question, runs, unfinished, hindsight);
    const text = renderHistoryReplay(result);
    terminal.stdout.write(request.json ? `${inertJson(result)}\n` : text);
    await folder.finish(result, text);
    if (!request.quiet) say(`Kept in ${path}`);
    if (notice !== null) say(notice);
    if (unfinished.length === 0) return exitCodes[replayStatus(result)];
    say(`Interrupted: ${runs.length} of ${days.length} days are finished and kept.`);
    return exitCodes.interrupted;
  } finally {
    await folder.close();
  }
}

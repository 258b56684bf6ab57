import { join } from "node:path";
import { authorsOf } from "#core/contest/author.ts";
import { type ContestResult, contestStatus } from "#core/contest/contest.ts";
import { contestNews } from "#core/contest/progress.ts";
import { renderContest } from "#core/contest/render/contest.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { runId as newRunId } from "#core/run-id.ts";
import type { Sink } from "#runtime/journal.ts";
import { runFolderPath } from "#runtime/run-folder.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import type { Invocation } from "./commands/command.ts";
import type { StrategiesRequest } from "./commands/strategies-request.ts";
import { type Config, secretsOf } from "./config.ts";
import { type ContestDesk, openContestDesk } from "./contest-desk.ts";
import { exitCodes } from "./exit-codes.ts";
import { runContest } from "./run-contest.ts";
import { openRunRecords } from "./run-records.ts";
import { keepStrategies } from "./strategy-files.ts";
import { createLiveView } from "./terminal/live-view.ts";
import { createPlainView } from "./terminal/plain-view.ts";

/** Holds a contest, shows and keeps what comes of it, and gives the exit code. */
export async function holdContest(
  request: StrategiesRequest,
  config: Config,
  invocation: Invocation,
): Promise<number> {
  const desk = await openContestDesk(request, config, invocation.clock);
  try {
    return await showContest(request, desk, config, invocation);
  } finally {
    await desk.close();
  }
}

async function showContest(
  request: StrategiesRequest,
  desk: ContestDesk,
  config: Config,
  invocation: Invocation,
): Promise<number> {
  const { clock, signal, terminal } = invocation;
  const runId = newRunId(request.ticker, clock.now(), Math.random());
  const folder = runFolderPath(config.logsDir, runId);
  const records = await openRunRecords(runId, request, config.logsDir, clock);
  const files = keepStrategies(folder);
  const { sinks, text, stop } = watchersOf(request, config, invocation);
  const say = (line: string) => request.quiet || terminal.stderr.write(`${line}\n`);
  try {
    const { result, spans } = await runContest(request, desk, {
      runId,
      journal: records.journal([files.sink, ...sinks]),
      signal,
      text,
      secrets: secretsOf(config),
    }).finally(stop);
    const report = renderContest(result, spans);
    terminal.stdout.write(printed(result, report, request));
    // None loses another: all were paid for.
    const kept = await Promise.allSettled([
      records.finish(result, report),
      files.settled(),
      keepPage(result, [join(folder, "report.html"), request.html]),
    ]);
    for (const outcome of kept) if (outcome.status === "rejected") throw outcome.reason;
    say(`Kept in ${folder}; open ${join(folder, "report.html")}`);
    return exitCodes[contestStatus(result)];
  } catch (thrown) {
    // What was finished is kept even where the contest was not; why it was not is worth more to know.
    await files.settled().catch(() => {});
    if (signal.aborted && files.count > 0) {
      say(`Finished strategies are kept in ${join(folder, "strategies")}`);
    }
    throw thrown;
  } finally {
    await records.close();
  }
}

/** Who is told of the contest while it lasts. */
interface Watchers {
  readonly sinks: readonly Sink[];
  /** Whether one of them follows what the models write, token by token. */
  readonly text: boolean;
  stop(): void;
}

function watchersOf(
  { models, output, quiet }: StrategiesRequest,
  config: Config,
  { terminal: { stdout, stderr }, clock }: Invocation,
): Watchers {
  const authors = authorsOf(models).map(({ name }) => name);
  const live = stderr.isTTY === true && config.interactive && !quiet;
  const view = live
    ? createLiveView(
        stderr,
        ["dispatcher", ...authors, "buy_and_hold", "rank"],
        clock,
        config.color,
      )
    : createPlainView(stderr, quiet);
  const newsOf = contestNews(authors);
  const print: Sink = (event) => {
    for (const news of newsOf(event)) stdout.write(`${inertJson(news)}\n`);
  };
  const lines = output === "json-lines";
  return {
    sinks: lines ? [view.onEvent, print] : [view.onEvent],
    text: live || lines,
    stop: view.stop,
  };
}

function printed(
  result: ContestResult,
  report: string,
  { output }: Pick<StrategiesRequest, "output">,
): string {
  if (output === "text") return report;
  return `${inertJson(output === "json" ? result : { type: "result", result })}\n`;
}

/** Writes the page wherever it is wanted. */
async function keepPage(result: ContestResult, paths: readonly (string | null)[]): Promise<void> {
  const { contestPage } = await import("./page/contest-page.ts");
  const page = await contestPage(result);
  await Promise.all(paths.map((path) => path !== null && writeWhole(path, page)));
}

import { join } from "node:path";
import { printable } from "#core/render/printable.ts";
import { isUnfinished, type RunRecord } from "#core/run-record.ts";
import { progressAtStart } from "#core/watchlist/progress.ts";
import { ALL_SYNTHETIC, syntheticWords } from "#core/watchlist/render/synthetic-words.ts";
import { listStatus } from "#core/watchlist/totals.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Invocation } from "../commands/command.ts";
import type { WatchRequest } from "../commands/watch-request.ts";
import type { Config } from "../config.ts";
import { exitCodes } from "../exit-codes.ts";
import { openRunDesk } from "../run-desk.ts";
import {
  createLiveListView,
  createPlainListView,
  type ListView,
  noListView,
} from "../terminal/list-view.ts";
import { startListDeadline } from "./list-deadline.ts";
import { createListPrinter } from "./list-printer.ts";
import type { ListWork } from "./list-work.ts";
import type { OpenedList } from "./open-list.ts";
import { workHere } from "./work-here.ts";

/** What a list is worked on with. */
export interface Scene {
  readonly request: WatchRequest;
  readonly config: Config;
  readonly store: Store;
}

/**
 * Works on those runs of a list that are not finished, prints them all, and gives the exit code.
 *
 * @throws DeskError `configuration` or `storage`, with which no run can succeed
 */
export async function watchList(
  { id: list, runs }: OpenedList,
  scene: Scene,
  invocation: Invocation,
): Promise<number> {
  const { request, config, store } = scene;
  const { signal, terminal } = invocation;
  const say = (line: string) => terminal.stderr.write(`${printable(line)}\n`);
  if (request.data === "demo") say(ALL_SYNTHETIC);

  const { true: unfinished = [], false: finished = [] } = Object.groupBy(runs, (run) =>
    isUnfinished(run) ? "true" : "false",
  );
  const printer = createListPrinter(request.output, store.runs, terminal.stdout);
  for (const run of finished) printer.ended(run.id);
  const view = viewOf(finished, runs.length, scene, invocation);
  const deadline = startListDeadline(request.timeoutMs);
  try {
    const work: ListWork = {
      list,
      runs: unfinished,
      signal: AbortSignal.any([signal, deadline.signal]),
      onNews(news) {
        view.onNews(news);
        if (news.state !== "waiting" && news.state !== "running") printer.ended(news.runId);
      },
    };
    if (unfinished.length > 0) await workOn(work, scene, invocation, say);
  } catch (thrown) {
    if (!signal.aborted) say(GO_ON);
    throw thrown;
  } finally {
    deadline.lift();
    view.stop();
  }

  const ended = await store.runs.runs({ list });
  await printer.finish(ended);
  const left = ended.filter(isUnfinished).length;
  const kept = `${ended.length - left} of ${ended.length} are finished and kept. ${GO_ON}`;
  if (left > 0 && signal.aborted) say(`Interrupted: ${kept}`);
  else if (left > 0 && deadline.signal.aborted) say(`Time is over: ${kept}`);
  if (!request.quiet) say(`Each run is kept in ${join(config.logsDir, "runs")}`);
  const notice = syntheticWords(ended);
  if (notice !== null) say(notice);
  return left > 0 && signal.aborted ? exitCodes.interrupted : exitCodes[listStatus(ended)];
}

const GO_ON = "Go on with the same command and --resume.";

function viewOf(
  finished: readonly RunRecord[],
  total: number,
  { request, config }: Scene,
  { terminal: { stderr }, clock }: Invocation,
): ListView {
  if (request.quiet) return noListView;
  const workers = request.distributed ? null : request.maxWorkers;
  const start = progressAtStart(total, finished, workers);
  return stderr.isTTY === true && config.interactive
    ? createLiveListView(stderr, start, clock)
    : createPlainListView(stderr, start);
}

async function workOn(
  work: ListWork,
  { request, config, store }: Scene,
  { clock }: Invocation,
  warn: (text: string) => void,
): Promise<void> {
  if (request.distributed) {
    const { workOnQueue } = await import("./work-on-queue.ts");
    return workOnQueue(config, store, clock, warn)(work);
  }
  const desk = await openRunDesk(request, config, clock, store, work.list);
  try {
    const { maxWorkers: atOnce, deadlineMs } = request;
    await workHere({ desk, store, config }, { atOnce, deadlineMs })(work);
  } finally {
    await desk.close();
  }
}

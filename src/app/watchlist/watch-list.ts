import { join } from "node:path";
import { printable } from "#core/render/printable.ts";
import type { RunRecord } from "#core/run-record.ts";
import { isUnfinished } from "#core/run-state.ts";
import { progressAtStart } from "#core/watchlist/progress.ts";
import { ALL_SYNTHETIC, syntheticWords } from "#core/watchlist/render/synthetic-words.ts";
import { listStatus } from "#core/watchlist/totals.ts";
import type { Store } from "#runtime/store/store.ts";
import { withinGrace } from "#runtime/within-grace.ts";
import type { Invocation } from "../commands/command.ts";
import type { WatchRequest } from "../commands/watch-request.ts";
import type { Config } from "../config.ts";
import { startDeadline } from "../deadline.ts";
import { exitCodes } from "../exit-codes.ts";
import { openRunDesk } from "../run-desk.ts";
import {
  createLiveListView,
  createPlainListView,
  type ListView,
  noListView,
} from "../terminal/list-view.ts";
import { createListPrinter } from "./list-printer.ts";
import { failedWords, keptWords, resumedWords, unreadWords } from "./list-words.ts";
import type { ListWork } from "./list-work.ts";
import type { OpenedList } from "./open-list.ts";
import { workHere } from "./work-here.ts";

/** What a list is worked on with. */
export interface Scene {
  readonly request: WatchRequest;
  readonly config: Config;
  readonly store: Store;
}

/** How long after the signal the work may end and its records be read; the rest of 5 s is for closing. */
const LAST_MS = 3_000;

/** How long after the signal, once that is over, one result may be read. */
const ROW_MS = 500;

/**
 * Works on those runs of a list that are not done, prints them all, and gives the exit code.
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
  const done = runs.filter(({ state }) => state === "done");
  const kept = new Set(done.map(({ id }) => id));
  if (request.data === "demo") say(ALL_SYNTHETIC);
  if (request.resume && !request.quiet) say(resumedWords(list, runs, kept.size));

  const deadline = startDeadline(request.timeoutMs, (seconds) => {
    return `the list's time of ${seconds} s (--timeout) was over before it had ended`;
  });
  const stop = AbortSignal.any([signal, deadline.signal]);
  const results = { read: (id: string) => withinGrace(store.runs.read(id), stop, ROW_MS) };
  const printer = createListPrinter(request.output, results, terminal.stdout, signal);
  for (const id of kept) printer.ended(id);
  const view = viewOf(done, runs.length, scene, invocation);
  const work: ListWork = {
    list,
    runs: runs.filter(({ id }) => !kept.has(id)),
    signal: stop,
    onNews(news) {
      view.onNews(news);
      if (news.state === "done") kept.add(news.runId);
      if (news.state !== "waiting" && news.state !== "running") printer.ended(news.runId);
    },
  };
  const worked = async () => {
    if (work.runs.length > 0) await workOn(work, scene, invocation, say);
    return store.runs.runs({ list });
  };
  const why = () => (signal.aborted ? "Interrupted" : stop.aborted ? "Time is over" : null);
  const standing = () => ({ done: kept.size, total: runs.length });

  let ended: readonly RunRecord[];
  try {
    ended = await withinGrace(worked(), stop, LAST_MS).finally(() => {
      deadline.lift();
      view.stop();
    });
    await printer.finish(ended);
  } catch (thrown) {
    say((stop.aborted ? unreadWords : keptWords)(why(), standing()));
    if (!stop.aborted) throw thrown;
    return signal.aborted ? exitCodes.interrupted : exitCodes.failed;
  }

  const cutOff = ended.some(isUnfinished);
  const failed = ended.filter(({ state }) => state === "failed").length;
  if (cutOff && stop.aborted) say(keptWords(why(), standing()));
  else if (failed > 0 && !request.quiet) say(failedWords(failed, runs.length));
  if (!request.quiet) say(`Each run is kept in ${join(config.logsDir, "runs")}`);
  const notice = syntheticWords(ended);
  if (notice !== null) say(notice);
  return cutOff && signal.aborted ? exitCodes.interrupted : exitCodes[listStatus(ended)];
}

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
    await workHere({ desk, store, config }, { atOnce: request.maxWorkers })(work);
  } finally {
    await desk.close();
  }
}

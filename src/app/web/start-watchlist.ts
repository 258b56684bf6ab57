import { DeskError } from "#core/errors.ts";
import { counted } from "#core/render/counted.ts";
import { duration } from "#core/render/duration.ts";
import { plannedList } from "#core/watchlist/planned-list.ts";
import type { RunNews } from "#core/watchlist/run-news.ts";
import { tickersIn, wordsOfList } from "#core/watchlist/tickers-in.ts";
import { readWatchRequest } from "../commands/watch-request.ts";
import { startDeadline } from "../deadline.ts";
import { sharedConfigurationOf } from "../run-configuration.ts";
import { openRunDesk } from "../run-desk.ts";
import { workHere } from "../watchlist/work-here.ts";
import { argumentsOf } from "./arguments-of.ts";
import type { Work } from "./runs-at-work.ts";
import type { Asked } from "./starters.ts";
import type { WorkRoom } from "./work-room.ts";

/**
 * A list of analyses as a page asks for it: all of its runs are recorded before the first begins.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function watchlistWork(
  { tickers: text, options }: Asked<"watchlist">,
  { config, environment, clock, store, tell }: WorkRoom,
): Work {
  const now = clock.now();
  const request = readWatchRequest(argumentsOf("watchlist", options, []), environment, now);
  const words = wordsOfList("the list,", text);
  if (words.length === 0) throw nothingGiven();
  const { tickers } = tickersIn(words);
  const shared = sharedConfigurationOf(request, config, now);
  return async ({ signal, begun }) => {
    const planned = plannedList(tickers, shared, now, Math.random());
    const { id } = planned;
    const desk = await openRunDesk(shared, config, clock, store, id);
    const deadline = startDeadline(request.timeoutMs, (seconds) => {
      return `the list's time of ${seconds} s was over before it had ended`;
    });
    try {
      await store.runs.plan(planned.runs);
      begun(id, counted(tickers.length, "ticker", "tickers"));
      await workHere(
        { desk, store, config },
        { atOnce: request.maxWorkers },
      )({
        list: id,
        runs: await store.runs.runs({ list: id }),
        signal: AbortSignal.any([signal, deadline.signal]),
        onNews: (news) => tell(newsLine(news)),
      });
      if (signal.aborted) throw signal.reason;
      return `done in ${duration(clock.now() - now)}`;
    } finally {
      deadline.lift();
      await desk.close();
    }
  };
}

function nothingGiven(): DeskError {
  return new DeskError(
    "usage",
    "no ticker given. Write some, as in AAPL MSFT NVDA, with blanks, commas or new lines between them.",
  );
}

function newsLine({ symbol, runId, state, ms, error }: RunNews): string {
  const begun = state === "running" ? "begun" : state;
  const time = ms === undefined || ms === null ? "" : ` in ${duration(ms)}`;
  return `${symbol} ${begun}${time} (${runId})${error === null ? "" : `: ${error}`}`;
}

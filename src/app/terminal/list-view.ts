import type { Clock } from "#core/ports.ts";
import { afterNews, type ListProgress } from "#core/watchlist/progress.ts";
import { endedLine, progressFrame } from "#core/watchlist/render/progress-lines.ts";
import type { RunNews } from "#core/watchlist/run-news.ts";
import { drawFrames } from "./frames.ts";
import type { Output } from "./terminal.ts";

/** Shows how far a list has come while it is worked on. */
export interface ListView {
  onNews(news: RunNews): void;
  /** Ends the showing and gives the terminal back as it was. */
  stop(): void;
}

/** One line for the list and one for each run at work, drawn in place; the last frame stays. */
export function createLiveListView(output: Output, start: ListProgress, clock: Clock): ListView {
  let progress = start;
  const stop = drawFrames(output, (columns) => progressFrame(progress, clock.now(), columns));
  return {
    onNews(news) {
      progress = afterNews(progress, news);
    },
    stop,
  };
}

/** A line for each run that has ended: for pipes, CI and terminals that cannot redraw. */
export function createPlainListView(output: Output, start: ListProgress): ListView {
  let progress = start;
  return {
    onNews(news) {
      const before = progress;
      progress = afterNews(before, news);
      const line = endedLine(before, news, progress);
      if (line !== null) output.write(`${line}\n`);
    },
    stop() {},
  };
}

/** For whoever wants to see no progress. */
export const noListView: ListView = { onNews() {}, stop() {} };

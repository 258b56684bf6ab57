import type { RunRecord } from "#core/run-record.ts";
import type { RunNews } from "#core/watchlist/run-news.ts";

export type { RunNews };

/** The runs of a list that have not come to their end, to be worked on. */
export interface ListWork {
  readonly list: string;
  /** In the list's order. */
  readonly runs: readonly RunRecord[];
  /** Aborted when the person asks to stop, and, with a DeskError `timeout`, when the time is over. */
  readonly signal: AbortSignal;
  /** Told as runs begin and end. */
  readonly onNews: (news: RunNews) => void;
}

/**
 * Works on a list until each run has ended or the signal is aborted; then every run of it stands in a
 * state other than waiting and running, but for those that others are at work on elsewhere.
 *
 * @throws DeskError `configuration` or `storage`, with which no run can succeed
 */
export type WorkOnList = (work: ListWork) => Promise<void>;

import type { Candle, PriceHistory } from "../candle.ts";
import { addDays, addMonths, type Day } from "../day.ts";
import type { Decision } from "../decision.ts";
import { DeskError } from "../errors.ts";
import { LONGEST_PAUSE_DAYS } from "../price-change.ts";
import { horizonEnd } from "../review/score.ts";
import { gridDays } from "./grid.ts";
import { type Step, stepText } from "./step.ts";

/** A past as it is asked for. */
export interface AskedPast {
  /** null is a year before `to`, or the first bar. */
  readonly from: Day | null;
  /** null is the last day on which a decision can be made: with a horizon, one that it can be scored over. */
  readonly to: Day | null;
  readonly step: Step;
  /** What every decision is scored over; null is its own. */
  readonly horizon: Decision["horizon"] | null;
}

/** When the desk decides. */
export interface PastPlan {
  readonly from: Day;
  readonly to: Day;
  /** Days with a bar, oldest first; one or more. */
  readonly days: readonly Day[];
}

/** More than two years of every week. */
const MOST_RUNS = 120;

/** The first day of the bars that planning a past needs. */
export function pastWindowStart({ from, to }: Pick<AskedPast, "from" | "to">, today: Day): Day {
  // Without either, the longest horizon before today is the last day, and its year lies before it.
  return addDays(from ?? addMonths(to ?? today, -24), -LONGEST_PAUSE_DAYS);
}

/**
 * Settles a past on the bars that are known.
 *
 * @param history from {@link pastWindowStart} up to today; one bar or more
 * @throws DeskError `usage` when a day or a horizon lies outside of the bars, or when there are more
 *   than 120 runs
 */
export function planPast(asked: AskedPast, { symbol, candles }: PriceHistory): PastPlan {
  const [first, last] = [candles[0], candles.at(-1)];
  if (first === undefined || last === undefined) throw unusable(`no bars of ${symbol} are known.`);
  const { horizon, step } = asked;
  const latest = horizon === null ? last.date : latestStart(last, horizon);
  const to = asked.to ?? latest;
  if (to > addDays(last.date, LONGEST_PAUSE_DAYS)) {
    throw unusable(
      `--to ${to} lies beyond the data: bars of ${symbol} end on ${last.date}. The latest --to is ${latest}.`,
    );
  }
  if (horizon !== null && to > latest) {
    throw unusable(
      `--horizon ${horizon} from --to ${to} ends on ${horizonEnd(to, horizon)}, beyond the data: bars of ${symbol} end on ${last.date}. The latest --to for ${horizon} is ${latest}; without --horizon, what cannot be scored yet is shown as such.`,
    );
  }
  const from = asked.from ?? latestOf(addMonths(to, -12), first.date);
  if (from < first.date) {
    throw unusable(
      `--from ${from} lies before the data: the first bar of ${symbol} is of ${first.date}. Choose that day or a later one.`,
    );
  }
  if (from > to) {
    const end = asked.to === null ? `${to}, the last day that can be used` : `--to ${to}`;
    throw unusable(`--from ${from} is after ${end}: choose an earlier --from.`);
  }
  const days = gridDays(candles, { from, to, step });
  if (days.length > MOST_RUNS) {
    throw unusable(
      `--every ${stepText(step)} from ${from} to ${to} is ${days.length} runs, more than ${MOST_RUNS}. Take a longer step, or a shorter past.`,
    );
  }
  return { from, to, days };
}

function unusable(message: string): DeskError {
  return new DeskError("usage", message);
}

/** The last day from which a horizon ends within the bars. */
function latestStart({ date }: Candle, horizon: Decision["horizon"]): Day {
  let day = date;
  while (horizonEnd(day, horizon) > date) day = addDays(day, -1);
  return day;
}

function latestOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

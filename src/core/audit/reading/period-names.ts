import { type Duration, durationAt, type TimeUnit } from "./durations.ts";
import { statesDays } from "./stated-days.ts";
import { hyphenAt, markAt, type Token, wordAt } from "./token.ts";

/** A period, and the place after its words. */
export interface PeriodName {
  /** As NamedPeriod has it. */
  readonly period: string;
  readonly to: number;
}

/** What a compound names and does not measure over: "50-day average", "10-year yield". */
const NAMES: ReadonlySet<string> = new Set(
  [
    "average moving sma ema ma dma wma vwma rsi atr adx mfi yield yields treasury treasuries bond",
    "bonds note notes rate high highs low lows target targets support resistance exponential simple",
    "lookback breakout mortgage t price",
  ].flatMap((words) => words.split(" ")),
);

/** Abbreviations and adverbs, as they are written. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ["yoy", "1y"],
  ["qoq", "3m"],
  ["mom", "1m"],
  ["wow", "1w"],
  ["ytd", "ytd"],
  ["ttm", "1y"],
  ["ltm", "1y"],
  ["daily", "1d"],
  ["weekly", "1w"],
  ["monthly", "1m"],
  ["quarterly", "3m"],
  ["yearly", "1y"],
  ["annual", "1y"],
  ["annually", "1y"],
]);

const ONE_OF: ReadonlyMap<string, string> = new Map([
  ["day", "1d"],
  ["session", "1d"],
  ["week", "1w"],
  ["month", "1m"],
  ["quarter", "3m"],
  ["year", "1y"],
  ["d", "1d"],
  ["w", "1w"],
  ["m", "1m"],
  ["q", "3m"],
  ["y", "1y"],
]);

/** The period that begins at a place; null where none does. */
export function periodAt(tokens: readonly Token[], place: number): PeriodName | null {
  const duration = durationAt(tokens, place);
  if (duration !== null) return ofDuration(tokens, place, duration);
  return repeated(tokens, place) ?? single(tokens, place) ?? determined(tokens, place);
}

function ofDuration(
  tokens: readonly Token[],
  place: number,
  duration: Duration,
): PeriodName | null {
  const { to, form } = duration;
  if (hyphenAt(tokens, place - 1) || statesDays(tokens, place, duration)) return null;
  const noun = hyphenAt(tokens, to) ? to + 1 : to;
  if (form === "compound" && NAMES.has(wordAt(tokens, noun))) return null;
  if (wordAt(tokens, noun) === "high" || wordAt(tokens, noun) === "low") return null;
  const period = canonical(duration.count, duration.unit);
  return period === null ? null : { period, to };
}

const CANONICAL: ReadonlyMap<string, string> = new Map([
  ["7d", "1w"],
  ["365d", "1y"],
  ["52w", "1y"],
  ["12m", "1y"],
  ["24m", "2y"],
  ["36m", "3y"],
]);

/** A count of time as NamedPeriod has it; null for hours and for parts of a unit. */
function canonical(count: number, unit: TimeUnit): string | null {
  if (!Number.isSafeInteger(count) || count < 1 || unit === "h") return null;
  const period = unit === "q" ? `${3 * count}m` : `${count}${unit}`;
  return CANONICAL.get(period) ?? period;
}

const AGAIN: ReadonlySet<string> = new Set(["on", "over"]);

/** Year on year, quarter-over-quarter, y/y, year to date. */
function repeated(tokens: readonly Token[], place: number): PeriodName | null {
  const word = wordAt(tokens, place);
  const period = ONE_OF.get(word);
  if (period === undefined) return null;
  if (markAt(tokens, place + 1) === "/" && wordAt(tokens, place + 2) === word) {
    return { period, to: place + 3 };
  }
  if (word.length === 1) return null;
  const hyphens = hyphenAt(tokens, place + 1) && hyphenAt(tokens, place + 3) ? 1 : 0;
  const joint = wordAt(tokens, place + 1 + hyphens);
  const last = place + 2 + 2 * hyphens;
  if (AGAIN.has(joint) && wordAt(tokens, last) === word) return { period, to: last + 1 };
  const toDate = word === "year" && joint === "to" && wordAt(tokens, last) === "date";
  return toDate ? { period: "ytd", to: last + 1 } : null;
}

function single(tokens: readonly Token[], place: number): PeriodName | null {
  const period = SINGLE.get(wordAt(tokens, place));
  return period === undefined ? null : { period, to: place + 1 };
}

const DETERMINERS: ReadonlySet<string> = new Set(
  "the this that last past previous prior next coming each every per same current".split(" "),
);
const ADJECTIVES: ReadonlySet<string> = new Set(
  "last past full whole fiscal calendar trading previous prior same recent latest current".split(
    " ",
  ),
);
const MOST_ADJECTIVES = 2;

/** The last full year, this week, the month. */
function determined(tokens: readonly Token[], place: number): PeriodName | null {
  if (!DETERMINERS.has(wordAt(tokens, place))) return null;
  let at = place + 1;
  while (at <= place + MOST_ADJECTIVES && ADJECTIVES.has(wordAt(tokens, at))) at += 1;
  const word = wordAt(tokens, at);
  const period = word.length > 1 ? ONE_OF.get(word) : undefined;
  return period === undefined || repeated(tokens, at) !== null ? null : { period, to: at + 1 };
}

import { DeskError, quoted } from "../errors.ts";
import { counted } from "../render/counted.ts";
import { TICKER_RULE, tickerSchema } from "../ticker.ts";

/** Tickers in one list, at most. */
export const MOST_TICKERS = 10_000;

/** How many of the words that are no tickers are shown. */
const MOST_SHOWN = 10;

/** What somebody wrote where a ticker belongs. */
export interface GivenWord {
  readonly text: string;
  /** Where in a list it stands: `list.txt line 3`; null on a command line. */
  readonly place: string | null;
}

/** Which tickers a list has. */
export interface TickerList {
  /** In upper case, each once, where it was given first. */
  readonly tickers: readonly string[];
  /** How many of them were given more than once. */
  readonly repeated: number;
}

/**
 * The words of a list's text: blanks, commas and semicolons separate them, `#` begins a comment.
 *
 * @param name what holds the list, for people
 */
export function wordsOfList(name: string, text: string): GivenWord[] {
  return text.split(/\r\n?|\n/).flatMap((line, index) => {
    const [written = ""] = line.split("#", 1);
    return split(written).map((word) => ({ text: word, place: `${name} line ${index + 1}` }));
  });
}

/** The words of one argument, which may be a list too. An empty one stays, to be named. */
export function wordsOfArgument(argument: string): GivenWord[] {
  const words = split(argument);
  return (words.length === 0 ? [argument] : words).map((text) => ({ text, place: null }));
}

/** A byte order mark is blank too, wherever several files were joined. */
function split(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== "");
}

/**
 * The tickers that were given.
 *
 * @throws DeskError `usage` naming all that is no ticker, or when there is none, or when there are more
 *   than 10,000
 */
export function tickersIn(words: readonly GivenWord[]): TickerList {
  const counts = new Map<string, number>();
  const wrong: GivenWord[] = [];
  for (const word of words) {
    const { data: ticker } = tickerSchema.safeParse(word.text);
    if (ticker === undefined) wrong.push(word);
    else counts.set(ticker, (counts.get(ticker) ?? 0) + 1);
  }
  if (wrong.length > 0) throw noTickers(wrong);
  if (counts.size === 0) throw nothingGiven();
  if (counts.size > MOST_TICKERS) throw tooMany(counts.size);
  const repeated = [...counts.values()].filter((count) => count > 1).length;
  return { tickers: [...counts.keys()], repeated };
}

/** What is said of tickers that were given more than once. */
export function repeatedWords(repeated: number): string {
  return `${counted(repeated, "ticker was", "tickers were")} given twice or more: each is analysed once.`;
}

function noTickers(wrong: readonly GivenWord[]): DeskError {
  const shown = wrong.slice(0, MOST_SHOWN).map(({ text, place }) => {
    return place === null ? quoted(text) : `${quoted(text)} (${place})`;
  });
  const more = wrong.length - shown.length;
  const rest = more === 0 ? "" : ` and ${more} more`;
  const what = counted(wrong.length, "word is no ticker", "words are no tickers");
  return new DeskError("usage", `${what}: ${shown.join(", ")}${rest}. ${TICKER_RULE}`, {
    facts: { wrong: wrong.length },
  });
}

function nothingGiven(): DeskError {
  return new DeskError(
    "usage",
    "no ticker given. Name some, as in trading-graph watch AAPL MSFT NVDA; or give a file of them with --file FILE, one or more a line; or send them to standard input and write -.",
  );
}

function tooMany(count: number): DeskError {
  return new DeskError(
    "usage",
    `${count} tickers are more than a list takes: ${MOST_TICKERS}. Divide it into several lists.`,
    { facts: { count } },
  );
}

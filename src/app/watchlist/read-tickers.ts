import { createReadStream } from "node:fs";
import { quoted } from "#core/errors.ts";
import { listText } from "#core/watchlist/list-text.ts";
import {
  type GivenWord,
  type TickerList,
  tickersIn,
  wordsOfArgument,
  wordsOfList,
} from "#core/watchlist/tickers-in.ts";
import { readBytes } from "../read-bytes.ts";

/** More than the longest list with a comment behind each ticker. */
const LIMIT = {
  most: 8_388_608,
  tooLarge: "that is no list of tickers. Give a text file with one or more tickers a line.",
};

/** Where a list's tickers are given. */
export interface TickerSources {
  /** Words of the command line; `-` is standard input. */
  readonly given: readonly string[];
  readonly file: string | null;
}

/**
 * The tickers of the command line, with those of standard input in the place of `-`, then those of the
 * file.
 *
 * @throws DeskError `usage` when a source cannot be read, or holds what is no ticker, or none holds any
 */
export async function readTickers(
  { given, file }: TickerSources,
  stdin: () => AsyncIterable<Uint8Array>,
): Promise<TickerList> {
  const words: GivenWord[] = [];
  // Standard input can be read once.
  for (const argument of new Set(given)) {
    if (argument === "-") words.push(...(await readList("standard input", stdin())));
    else words.push(...wordsOfArgument(argument));
  }
  if (file !== null) words.push(...(await readList(quoted(file), createReadStream(file))));
  return tickersIn(words);
}

async function readList(name: string, chunks: AsyncIterable<Uint8Array>): Promise<GivenWord[]> {
  return wordsOfList(name, listText(name, await readBytes(name, chunks, LIMIT)));
}

import { createReadStream } from "node:fs";
import { DeskError, messageOf, quoted } from "#core/errors.ts";
import { listText } from "#core/watchlist/list-text.ts";
import {
  type GivenWord,
  type TickerList,
  tickersIn,
  wordsOfArgument,
  wordsOfList,
} from "#core/watchlist/tickers-in.ts";

/** More than the longest list with a comment behind each ticker. */
const MOST_BYTES = 8_388_608;

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
  return wordsOfList(name, listText(name, await readBytes(name, chunks)));
}

async function readBytes(name: string, chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > MOST_BYTES) throw tooLarge(name);
      read.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof DeskError) throw cause;
    throw new DeskError("usage", `cannot read ${name}: ${messageOf(cause)}.`, { cause });
  }
  return Buffer.concat(read);
}

function tooLarge(name: string): DeskError {
  return new DeskError(
    "usage",
    `${name} is larger than ${MOST_BYTES / 1_048_576} MiB: that is no list of tickers. Give a text file with one or more tickers a line.`,
  );
}

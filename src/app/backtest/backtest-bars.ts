import { createReadStream } from "node:fs";
import { barsInCsv } from "#core/backtest/bars-in-csv.ts";
import { cutBars } from "#core/backtest/cut-bars.ts";
import { USUAL_YEARS } from "#core/contest/usual.ts";
import { addMonths, type Day, dayOf } from "#core/day.ts";
import type { Clock, SourceName } from "#core/ports.ts";
import type { Config } from "../config.ts";
import { openMarkets } from "../markets.ts";
import { readBytes } from "../read-bytes.ts";
import { readPriceBars } from "./price-bars.ts";
import type { BacktestTask } from "./run-backtest.ts";

/** A file of bars. */
export interface AskedFile {
  readonly path: string;
  /** Whose they are; null: as the file says. */
  readonly symbol: string | null;
  readonly adjusted: boolean;
}

/** A source's bars. */
export interface AskedTicker {
  readonly symbol: string;
  readonly data: SourceName | "auto";
}

/** Which bars a backtest is to run over. */
export interface AskedBars {
  readonly place: { readonly file: AskedFile } | { readonly ticker: AskedTicker };
  /** null is the first there is, or of a ticker's usual years. */
  readonly from: Day | null;
  /** null is the last there is. */
  readonly to: Day | null;
}

export interface Surroundings {
  readonly config: Config;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

type BacktestBars = Pick<BacktestTask, "bars" | "data" | "file" | "currency" | "warnings">;

/**
 * The bars that are asked for, of a file or of a source.
 *
 * @throws DeskError `usage` for a file that cannot be read and for days without bars, `bad_response` for
 *   a file that holds no bars, and what the sources throw
 */
export async function readBacktestBars(
  { place, from, to }: AskedBars,
  surroundings: Surroundings,
): Promise<BacktestBars> {
  const read =
    "file" in place
      ? await barsOfFile(place.file)
      : await barsOfTicker(place.ticker, { from, to }, surroundings);
  return { ...read, bars: cutBars(read.bars, { from, to }) };
}

/** A century of daily bars has about 2 MiB. */
const LIMIT = { most: 134_217_728, tooLarge: "that is no file of daily bars." };

async function barsOfFile({ path, symbol, adjusted }: AskedFile): Promise<BacktestBars> {
  const bytes = await readBytes(`"${path}"`, createReadStream(path), LIMIT);
  const text = new TextDecoder().decode(bytes);
  return {
    ...barsInCsv(text, { file: path, symbol, adjusted }),
    data: null,
    file: path,
    currency: null,
  };
}

async function barsOfTicker(
  { symbol, data }: AskedTicker,
  { from, to }: Pick<AskedBars, "from" | "to">,
  { config, clock, signal }: Surroundings,
): Promise<BacktestBars> {
  // Nothing is paid for, so that the demo market may stand in.
  const markets = openMarkets({ data, mayFallBack: true, config, clock });
  try {
    const asOf = to ?? dayOf(clock.now());
    const query = { symbol, asOf, from: from ?? addMonths(asOf, -12 * USUAL_YEARS) };
    return { ...(await readPriceBars(query, markets, { signal })), file: null };
  } finally {
    await markets.close();
  }
}

import { type Day, parseAsOf } from "#core/day.ts";
import { DeskError } from "#core/errors.ts";
import { parseTicker } from "#core/ticker.ts";
import { type Saying, textOf } from "../said.ts";

/**
 * The one ticker that a command takes.
 *
 * @throws DeskError `usage` for none, for several, and for what is no ticker
 */
export function tickerIn(positionals: readonly string[], command: string): string {
  const [ticker, ...more] = positionals;
  if (ticker === undefined) {
    throw new DeskError("usage", `no ticker given. Example: trading-graph ${command} AAPL`);
  }
  const checked = parseTicker(ticker);
  if (more.length === 0) return checked;
  throw new DeskError(
    "usage",
    `${command} takes one ticker, ${positionals.length} given. Put values after their option, as in --data demo.`,
  );
}

/**
 * The past day that was said; null where none was.
 *
 * @throws DeskError `usage` when it is none
 */
export function dayIn(saying: Saying | undefined, today: Day): Day | null {
  const text = textOf(saying);
  return text === null ? null : parseAsOf(text, today);
}

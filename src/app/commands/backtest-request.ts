import { USUAL_TIME_LIMIT_MS } from "#core/contest/usual.ts";
import { type Day, dayOf, isDay } from "#core/day.ts";
import { DeskError, quoted } from "#core/errors.ts";
import { parseTicker } from "#core/ticker.ts";
import type { AskedBars } from "../backtest/backtest-bars.ts";
import type { AskedBacktest } from "../backtest/perform-backtest.ts";
import type { Environment } from "../config.ts";
import { readOptions } from "../options.ts";
import { oneOf, type Said, type Saying, switchOf, textOf } from "../said.ts";
import { dataChoices } from "./analyze-options.ts";
import { seconds } from "./analyze-request.ts";
import { dayIn, tickerIn } from "./arguments.ts";
import { backtestOptions, backtestRules } from "./backtest-options.ts";
import { readExecutionRules } from "./execution-options.ts";

export interface BacktestRequest extends AskedBacktest {
  readonly json: boolean;
}

/**
 * What `backtest` is asked, from its arguments and the environment.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function readBacktestRequest(
  argv: readonly string[],
  env: Environment,
  now: number,
): BacktestRequest {
  const { said, positionals } = readOptions(argv, backtestOptions, env);
  const strategy = textOf(said.strategy);
  if (strategy === null) {
    throw new DeskError(
      "usage",
      "no strategy given. Example: trading-graph backtest --strategy my.js --csv AAPL.csv",
    );
  }
  const place = placeOf(said, positionals);
  const read =
    "file" in place ? anyDayIn : (saying: Saying | undefined) => dayIn(saying, dayOf(now));
  const [from, to] = [read(said.from), read(said.to)];
  if (from !== null && to !== null && from > to) {
    throw new DeskError(
      "usage",
      `--from ${from} is after --to ${to}: give the earlier day to --from.`,
    );
  }
  return {
    strategy,
    place,
    from,
    to,
    rules: readExecutionRules(said, backtestRules),
    timeLimitMs: seconds(said["time-limit"]) ?? USUAL_TIME_LIMIT_MS,
    html: textOf(said.html),
    json: switchOf(said.json),
  };
}

function placeOf(said: Said, positionals: readonly string[]): AskedBars["place"] {
  const path = textOf(said.csv);
  const data = said.data === undefined ? "auto" : oneOf(said.data, "data source", dataChoices);
  const symbol = textOf(said.symbol);
  if (path === null) {
    if (positionals.length === 0) {
      throw new DeskError(
        "usage",
        "no bars given: name a ticker, or a file with --csv. Example: trading-graph backtest --strategy my.js AAPL",
      );
    }
    if (symbol !== null) throw ofFile("--symbol", "a ticker's bars are its own");
    if (switchOf(said.adjusted))
      throw ofFile("--adjusted", "a ticker's prices always are adjusted");
    return { ticker: { symbol: tickerIn(positionals, "backtest"), data } };
  }
  if (positionals.length > 0)
    throw contradiction("--csv", `the ticker ${quoted(positionals[0] ?? "")}`);
  // What the environment says of data is of other commands too.
  if (said.data?.by === "--data") throw contradiction("--csv", "--data");
  return {
    file: {
      path,
      symbol: symbol === null ? null : parseTicker(symbol),
      adjusted: switchOf(said.adjusted),
    },
  };
}

function contradiction(one: string, other: string): DeskError {
  return new DeskError("usage", `${one} and ${other} contradict each other: give one of them.`);
}

function ofFile(option: string, why: string): DeskError {
  return new DeskError(
    "usage",
    `${option} is of a file of bars (--csv), and ${why}: leave it out.`,
  );
}

/** A file's bars may be older than what sources know, and of days to come. */
function anyDayIn(saying: Saying | undefined): Day | null {
  const text = textOf(saying);
  if (text === null || isDay(text)) return text;
  throw new DeskError(
    "usage",
    `${saying?.by}: ${quoted(text)} is not a day of the form YYYY-MM-DD, such as 2024-01-31.`,
  );
}

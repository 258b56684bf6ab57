import type { PriceHistory } from "#core/candle.ts";
import type { Day } from "#core/day.ts";
import { messageOf } from "#core/errors.ts";
import type { MarketData, ReadOptions } from "#core/ports.ts";
import type { KeptDecision } from "#core/review/kept-decision.ts";
import { isDue, type ReviewedDecision } from "#core/review/reviewed.ts";
import { horizonEnd, type Outcome, scoreDecision } from "#core/review/score.ts";
import { scoringWindow } from "#core/review/scoring-window.ts";

interface Scoring {
  /** All of one source. */
  readonly decisions: readonly KeptDecision[];
  /** That source, behind its boundary in time. */
  readonly market: MarketData;
  /** The symbol that returns are measured by. */
  readonly benchmark: string;
  /** The last day whose prices may be used. */
  readonly asOf: Day;
}

/**
 * Scores decisions by their source's prices, which are read all at once; where no horizon has passed,
 * none are. A history that fails leaves its decisions unscored and is told in `unread`.
 *
 * @returns the decisions in their order, each with its outcome
 * @throws the signal's reason when it is aborted
 */
export async function scoreKept(
  { decisions, market, benchmark, asOf }: Scoring,
  options: ReadOptions = {},
): Promise<{ readonly reviewed: readonly ReviewedDecision[]; readonly unread: readonly string[] }> {
  const since = sinceWhen(decisions.filter((decision) => isDue(decision, asOf)));
  const earliest = [...since.values()].sort()[0];
  if (earliest !== undefined) since.set(benchmark, earliest);
  const histories = await readHistories(market, since, asOf, options);
  return {
    reviewed: decisions.map((decision) => ({
      decision,
      outcome: outcomeOf(decision, histories, benchmark, asOf),
    })),
    unread: [...histories.values()].filter((history) => typeof history === "string"),
  };
}

/** The earliest decision's day, by symbol. */
function sinceWhen(decisions: readonly KeptDecision[]): Map<string, Day> {
  const since = new Map<string, Day>();
  for (const { symbol, asOf } of decisions) {
    const known = since.get(symbol);
    if (known === undefined || asOf < known) since.set(symbol, asOf);
  }
  return since;
}

/** A history, or why it could not be read. */
type Reading = PriceHistory | string;

/** By symbol. */
type Histories = ReadonlyMap<string, Reading>;

async function readHistories(
  market: MarketData,
  since: ReadonlyMap<string, Day>,
  asOf: Day,
  options: ReadOptions,
): Promise<Histories> {
  const read = async ([symbol, day]: readonly [string, Day]): Promise<[string, Reading]> => {
    try {
      return [symbol, await market.history(scoringWindow(symbol, day, asOf), options)];
    } catch (error) {
      options.signal?.throwIfAborted();
      return [symbol, `prices of ${symbol} could not be read: ${messageOf(error)}`];
    }
  };
  return new Map(await Promise.all([...since].map(read)));
}

function outcomeOf(
  decision: KeptDecision,
  histories: Histories,
  benchmark: string,
  asOf: Day,
): Outcome {
  const until = horizonEnd(decision.asOf, decision.horizon);
  const own = histories.get(decision.symbol);
  const theirs = histories.get(benchmark);
  if (until > asOf || own === undefined || theirs === undefined) return { kind: "waiting", until };
  if (typeof own === "string") return { kind: "unscorable", why: own };
  if (typeof theirs === "string") return { kind: "unscorable", why: theirs };
  return scoreDecision(decision, own, theirs, asOf);
}

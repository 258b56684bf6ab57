import type { PriceHistory } from "../candle.ts";
import { addDays, addMonths, type Day } from "../day.ts";
import type { Decision } from "../decision.ts";
import { percentAbove } from "../price-change.ts";
import { holdBand } from "./hold-band.ts";
import type { KeptDecision } from "./kept-decision.ts";
import { endsIn } from "./reach.ts";

/** What came of a decision. Returns are in percent, each in its own series' currency. */
export interface Score {
  /** The last bar on or before the decision's day. */
  readonly entryDay: Day;
  /** The last bar on or before the horizon's end. */
  readonly exitDay: Day;
  readonly returnPercent: number;
  /** The benchmark's return over the same days. */
  readonly benchmarkPercent: number;
  /** The return less the benchmark's, in percentage points. */
  readonly excessPercent: number;
  /** Whether the decision was right. */
  readonly hit: boolean;
}

export type Outcome =
  | { readonly kind: "scored"; readonly score: Score }
  /** Its horizon has not passed. */
  | { readonly kind: "waiting"; readonly until: Day }
  | { readonly kind: "unscorable"; readonly why: string };

const months = { "1m": 1, "3m": 3, "6m": 6, "12m": 12 } as const;

/** The day a horizon ends on: seven days later, or so many calendar months; May 31 and a month is June 30. */
export function horizonEnd(asOf: Day, horizon: Decision["horizon"]): Day {
  return horizon === "1w" ? addDays(asOf, 7) : addMonths(asOf, months[horizon]);
}

/**
 * Scores a decision by what is known on a later day, by returns of adjusted closes over its horizon.
 * A buy was right when it did better than the benchmark, a sell when it did worse, a hold when it
 * stayed within {@link holdBand}.
 *
 * @param prices bars of the decision's symbol from before its day up to `asOf`; later ones are not used
 * @param benchmark bars of what it is measured by, over the same days
 * @param asOf the last day whose knowledge may be used
 */
export function scoreDecision(
  decision: Pick<KeptDecision, "asOf" | "action" | "horizon">,
  prices: PriceHistory,
  benchmark: PriceHistory,
  asOf: Day,
): Outcome {
  const { action, horizon } = decision;
  const until = horizonEnd(decision.asOf, horizon);
  if (until > asOf) return { kind: "waiting", until };
  if (prices.symbol === benchmark.symbol) return unscorable("it is the benchmark itself");
  const own = endsIn(prices, { start: decision.asOf, end: until, horizon, asOf });
  if (typeof own === "string") return unscorable(own);
  const { from, to } = own;
  const theirs = endsIn(benchmark, { start: from.date, end: to.date, horizon, asOf });
  if (typeof theirs === "string") return unscorable(`benchmark: ${theirs}`);
  const returnPercent = percentAbove(to.adjustedClose, from.adjustedClose);
  const benchmarkPercent = percentAbove(theirs.to.adjustedClose, theirs.from.adjustedClose);
  const excessPercent = withoutNoise(returnPercent - benchmarkPercent);
  const score = {
    entryDay: from.date,
    exitDay: to.date,
    returnPercent,
    benchmarkPercent,
    excessPercent,
    hit: isHit(action, excessPercent, holdBand(horizon)),
  };
  return { kind: "scored", score };
}

/** Equal returns differ by nothing: what is left of them is the rounding of floating-point numbers. */
function withoutNoise(percent: number): number {
  return Math.abs(percent) < 1e-9 ? 0 : percent;
}

function unscorable(why: string): Outcome {
  return { kind: "unscorable", why };
}

function isHit(action: Decision["action"], excessPercent: number, band: number): boolean {
  if (action === "hold") return Math.abs(excessPercent) <= band;
  return action === "buy" ? excessPercent > 0 : excessPercent < 0;
}

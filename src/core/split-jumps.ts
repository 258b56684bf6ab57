import type { Candle, PriceHistory, Split } from "./candle.ts";
import type { Day } from "./day.ts";
import { type SymbolForm, symbolForm } from "./symbol-form.ts";

/** A move from one adjusted close to the next that looks like no move of the price. */
export interface SplitJump {
  readonly date: Day;
  /** The adjusted close over that of the bar before. */
  readonly factor: number;
  /** The split of that day whose ratio it has, which was not adjusted for; null where there is none. */
  readonly split: Split | null;
}

const UNITS = [10, 100];
/** Of common splits. Those below 2 are left out: prices do move by as much. */
const SPLITS = [2, 3, 4, 5, 10, 20, 50, 100];

/** What is no share is never split, but its source may change units. A coin may be redenominated. */
const factors: Readonly<Record<SymbolForm, readonly number[]>> = {
  share: SPLITS,
  coin: SPLITS,
  future: UNITS,
  currency: UNITS,
  index: UNITS,
  yield: UNITS,
};

/** A split changes the price by its ratio and the day's own move; from ten on nothing real is near. */
const NEAR = 0.05;
const NEAR_LARGE = 0.2;
const LARGE = 10;

/** No common split is near a smaller move, as nearly all moves are. */
const LEAST_JUMP = 2 * (1 - NEAR);

/** A smaller split cannot be told from a move of the price. */
const LEAST_SPLIT = 1.25;

/**
 * The bars whose adjusted close is about 2, 3, 4, 5, 10, 20, 50 or 100 times that of the bar before,
 * or as many parts of it, within 5 % (20 % from 10 on); and those that move by the ratio of a split
 * of their own day, or by its inverse, which an adjusted close is not to show. What truly doubles in
 * a day, as a coin or a penny stock may, is among them.
 */
export function splitJumps({
  symbol,
  candles,
  splits,
}: Pick<PriceHistory, "symbol" | "candles" | "splits">): SplitJump[] {
  const usual = factors[symbolForm(symbol)];
  return candles.flatMap((candle, index): SplitJump[] => {
    const before = candles[index - 1];
    if (before === undefined) return [];
    const factor = candle.adjustedClose / before.adjustedClose;
    const split = splitBetween(splits, before, candle);
    if (split !== null && isNear(factor, split.ratio))
      return [{ date: candle.date, factor, split }];
    const jumps =
      (factor > LEAST_JUMP || factor < 1 / LEAST_JUMP) &&
      usual.some((ratio) => isNear(factor, ratio));
    return jumps ? [{ date: candle.date, factor, split: null }] : [];
  });
}

function splitBetween(splits: readonly Split[], before: Candle, after: Candle): Split | null {
  return splits.find(({ date }) => before.date < date && date <= after.date) ?? null;
}

/** Whether a factor is about a ratio or its inverse. */
function isNear(factor: number, ratio: number): boolean {
  const size = Math.max(factor, 1 / factor);
  const of = Math.max(ratio, 1 / ratio);
  return of >= LEAST_SPLIT && Math.abs(size / of - 1) <= (of < LARGE ? NEAR : NEAR_LARGE);
}

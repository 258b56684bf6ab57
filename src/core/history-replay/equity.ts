import { adjusted, type Candle } from "../candle.ts";
import type { Day } from "../day.ts";
import type { Decision } from "../decision.ts";
import { percentAbove } from "../price-change.ts";

/** What became of a unit of money. */
export interface Growth {
  /** In percent. */
  readonly totalReturnPercent: number;
  /** The deepest fall of the closing values from the highest before, in percent; 0 or negative. */
  readonly maxDrawdownPercent: number;
  /** The bars at whose close it was invested. */
  readonly barsInvested: number;
  readonly trades: number;
}

/** Following the desk against buying once and holding, over the same bars. */
export interface Equity {
  /** The day of the first bar, at whose open the first trade can be. */
  readonly from: Day;
  /** The day of the last bar, at whose close both are valued. */
  readonly to: Day;
  readonly bars: number;
  readonly desk: Growth;
  readonly buyAndHold: Growth;
  /** What a unit of money is worth at each close. */
  readonly curve: readonly {
    readonly day: Day;
    readonly desk: number;
    readonly buyAndHold: number;
  }[];
}

type Stand = Pick<Decision, "action"> & { readonly day: Day };

/**
 * The value, close by close, of following decisions: all in after a buy, all out (cash without
 * interest) after a sell, as before after a hold; out at first. Each change is filled at the open of
 * the first bar after the decision's day. Long only, with prices adjusted for splits and dividends.
 *
 * @param decisions oldest first
 * @param candles oldest first
 * @param until the last day that counts
 * @param costs of a trade, in basis points of its value
 * @returns null where no bar lies after the first decision
 */
export function equityOf(
  decisions: readonly Stand[],
  candles: readonly Candle[],
  until: Day,
  costs: number,
): Equity | null {
  const start = decisions[0]?.day;
  if (start === undefined) return null;
  const bars = adjusted(candles.filter(({ date }) => date > start && date <= until));
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return null;
  const desk = valuesOf(bars, positions(bars, decisions), costs);
  const held = valuesOf(
    bars,
    bars.map(() => true),
    costs,
  );
  return {
    from: first.date,
    to: last.date,
    bars: bars.length,
    desk: desk.growth,
    buyAndHold: held.growth,
    curve: bars.map(({ date }, i) => ({
      day: date,
      desk: desk.values[i] ?? 1,
      buyAndHold: held.values[i] ?? 1,
    })),
  };
}

/** Whether to be invested, bar by bar. */
function positions(bars: readonly Candle[], decisions: readonly Stand[]): boolean[] {
  let invested = false;
  let next = 0;
  return bars.map((bar) => {
    for (
      let one = decisions[next];
      one !== undefined && one.day < bar.date;
      one = decisions[next]
    ) {
      if (one.action !== "hold") invested = one.action === "buy";
      next += 1;
    }
    return invested;
  });
}

function valuesOf(bars: readonly Candle[], invested: readonly boolean[], costs: number) {
  const kept = 1 - costs / 10_000;
  let cash = 1;
  let units = 0;
  let trades = 0;
  const values = bars.map(({ open, close }, i) => {
    const wanted = invested[i] ?? false;
    if (wanted !== units > 0) {
      trades += 1;
      [cash, units] = wanted ? [0, (cash * kept) / open] : [units * open * kept, 0];
    }
    return cash + units * close;
  });
  const growth: Growth = {
    totalReturnPercent: percentAbove(values.at(-1) ?? 1, 1),
    maxDrawdownPercent: deepestFall(values),
    barsInvested: invested.filter((held) => held).length,
    trades,
  };
  return { values, growth };
}

/** From the unit of money that it began with on. */
function deepestFall(values: readonly number[]): number {
  let peak = 1;
  let deepest = 0;
  for (const value of values) {
    peak = Math.max(peak, value);
    deepest = Math.min(deepest, percentAbove(value, peak));
  }
  return deepest;
}

import type { Day } from "#core/day.ts";
import { symbolForm } from "#core/symbol-form.ts";
import { exDividendDays } from "./calendar.ts";
import type { FactorDay } from "./factor.ts";
import type { Instrument } from "./instrument.ts";
import { seededRandom } from "./random.ts";
import { reportsOf } from "./reports.ts";
import { roundTo } from "./round.ts";

/** How a price goes on from one day to the next. */
interface Step {
  readonly close: number;
  /** Paid for each share to those who held it the day before. */
  readonly dividend: number;
  /** How much busier than an ordinary day of the same move. */
  readonly activity: number;
}

type Path = (day: FactorDay) => Step;

/** The path of an instrument's closes; called once for each day it trades, oldest first. */
export function pathOf(instrument: Instrument, until: Day): Path {
  if (instrument.symbol === "^VIX") return fearPath();
  if (symbolForm(instrument.symbol) === "yield") return yieldPath(instrument.symbol);
  return pricePath(instrument, until);
}

const REGIME_ENDS = 1 / 80;
const TRENDS = [0.0008, 0.0003, 0, -0.0003, -0.0008] as const;
/** How strongly a price is drawn back to what the market alone would have made of it. */
const PULL = 0.002;
const LARGEST_MOVE = 0.3;
const ACTIVITY_ON_REPORTS = 2.5;

/**
 * The market's move times beta, plus its own: trend and volatility in regimes, and a jump on the
 * day of an earnings report.
 */
function pricePath(instrument: Instrument, until: Day): Path {
  const { symbol, type, beta, volatility, dividendYield } = instrument;
  const random = seededRandom(`${symbol} path`);
  const surprises = new Map(
    type === "equity" ? reportsOf(symbol, until).map(({ date, surprise }) => [date, surprise]) : [],
  );
  const exDays = new Set(dividendYield > 0 ? exDividendDays(until) : []);
  let close = instrument.startPrice;
  let ownLevel = 1;
  let trend = 0;
  let heat = 1;

  return ({ date, move }) => {
    if (random.uniform() < REGIME_ENDS) {
      trend = volatility === 0 ? 0 : random.pick(TRENDS);
      heat = random.between(0.7, 1.4);
    }
    const surprise = surprises.get(date);
    const jump = surprise === undefined ? 0 : 0.5 * surprise + 0.015 * random.normal();
    const pull = volatility === 0 ? 0 : PULL * Math.max(1 - ownLevel, -2);
    const own = trend + pull + heat * volatility * random.normal() + jump;
    ownLevel *= 1 + own;

    const dividend = exDays.has(date) ? roundTo(close * (dividendYield / 4), 2) : 0;
    const whole = Math.min(LARGEST_MOVE, Math.max(-LARGEST_MOVE, beta * move + own));
    close = close * (1 + whole) - dividend;
    return { close, dividend, activity: surprise === undefined ? 1 : ACTIVITY_ON_REPORTS };
  };
}

/** A level between 12 and 40 that rises as the market falls and calms down with it. */
function fearPath(): Path {
  const random = seededRandom("^VIX path");
  let level = 16;
  return ({ move, stressed }) => {
    const drawn = 0.07 * ((stressed ? 29 : 15) - level);
    level = within(level + drawn + 0.03 * level * random.normal() - 90 * move, 12, 40);
    return { close: level, dividend: 0, activity: 1 };
  };
}

/** A yield in percent between 0.5 and 6 that wanders slowly about 3. */
function yieldPath(symbol: string): Path {
  const random = seededRandom(`${symbol} path`);
  let level = 3;
  return () => {
    level = within(level + 0.0015 * (3 - level) + 0.045 * random.normal(), 0.5, 6);
    return { close: level, dividend: 0, activity: 1 };
  };
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

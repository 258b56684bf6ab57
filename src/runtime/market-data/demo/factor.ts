import type { Day } from "#core/day.ts";
import { daysUntil } from "./calendar.ts";
import { seededRandom } from "./random.ts";

/** One calendar day of the whole market. */
export interface FactorDay {
  readonly date: Day;
  readonly trading: boolean;
  /** The return that all instruments share; 0 while exchanges are closed. */
  readonly move: number;
  /** Whether the market falls and swings. */
  readonly stressed: boolean;
}

const calm = { drift: 0.0006, volatility: 0.0075, chanceToEnd: 1 / 160 };
const stress = { drift: -0.0012, volatility: 0.016, chanceToEnd: 1 / 35 };

/** The market from its opening to a day: long calm regimes, and short ones of stress. */
export function marketFactor(until: Day): FactorDay[] {
  const random = seededRandom("demo market");
  let stressed = false;
  return daysUntil(until).map(({ date, trading }) => {
    if (trading && random.uniform() < (stressed ? stress : calm).chanceToEnd) stressed = !stressed;
    const { drift, volatility } = stressed ? stress : calm;
    const move = trading ? drift + volatility * random.normal() : 0;
    return { date, trading, move, stressed };
  });
}

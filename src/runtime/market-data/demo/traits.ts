import { seededRandom } from "./random.ts";
import { sectors } from "./sectors.ts";

/** What makes one invented company unlike another; rates are fractions of revenue. */
export interface Traits {
  readonly sector: string;
  readonly industry: string;
  /** Shares at the market's opening. */
  readonly shares: number;
  /** Price over a year's earnings that its business drifts towards. */
  readonly earningsMultiple: number;
  readonly netMargin: number;
  /** Selling, research and administration. */
  readonly overhead: number;
  readonly capitalSpending: number;
  readonly inventory: number;
  /** Debt over a year's revenue. */
  readonly leverage: number;
  readonly stockCompensation: number;
  /** Share of the cash left after dividends that buys back shares. */
  readonly buyback: number;
  readonly quarterlyGrowth: number;
  readonly revenuePerEmployee: number;
  readonly analysts: number;
  readonly heldByInsiders: number;
  readonly heldByInstitutions: number;
  readonly sharesShort: number;
}

/** The traits of the company behind a ticker. */
export function traitsOf(symbol: string): Traits {
  const random = seededRandom(`${symbol} traits`);
  const { name: sector, industries } = random.pick(sectors);
  return {
    sector,
    industry: random.pick(industries),
    shares: Math.round(random.between(80e6, 2_500e6)),
    earningsMultiple: random.between(13, 32),
    netMargin: random.between(0.05, 0.24),
    overhead: random.between(0.12, 0.32),
    capitalSpending: random.between(0.03, 0.07),
    inventory: random.between(0.1, 0.5),
    leverage: random.between(0, 0.6),
    stockCompensation: random.between(0.005, 0.03),
    buyback: random.between(0.7, 1),
    quarterlyGrowth: random.between(0.002, 0.022),
    revenuePerEmployee: random.between(200_000, 700_000),
    analysts: random.whole(6, 40),
    heldByInsiders: random.between(0.002, 0.15),
    heldByInstitutions: random.between(0.45, 0.85),
    sharesShort: random.between(0.005, 0.08),
  };
}

import type { Day } from "./day.ts";

/**
 * What is known of the company (or fund, or coin) behind a symbol. A part that the source does not
 * have for this kind of instrument is null; a list without entries is empty.
 */
export interface Company {
  readonly symbol: string;
  /** Currency of prices; market value is in its whole unit (GBP where prices are in GBp). */
  readonly currency: string | null;
  /** Currency that the company reports its statements in. */
  readonly financialCurrency: string | null;
  readonly profile: Profile | null;
  readonly statistics: Statistics | null;
  readonly earnings: readonly EarningsResult[];
  readonly calendar: EarningsCalendar | null;
  readonly recommendations: readonly RecommendationCount[];
  readonly ratingChanges: readonly RatingChange[];
  readonly insiderTransactions: readonly InsiderTransaction[];
  /** Parts that a boundary in time has taken away, by name: they are known only as of today. */
  readonly withheld: readonly CompanyPart[];
  /** When profile, statistics, calendar and recommendation counts were true, ISO 8601. */
  readonly availableAt: string;
  /**
   * Whether the dated lists are as the source states them on a day after the one asked for, so that
   * later splits may be in their amounts a share and counts of shares.
   */
  readonly statedLater: boolean;
  readonly source: string;
}

export type CompanyPart =
  | "profile"
  | "statistics"
  | "earnings"
  | "calendar"
  | "recommendations"
  | "ratingChanges"
  | "insiderTransactions";

export interface Profile {
  readonly name: string | null;
  readonly sector: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly employees: number | null;
}

/**
 * Key statistics. Multiples are plain numbers (28.4); margins, growth, yields and shares held are
 * fractions (0.25 is 25 %); targets are in `currency`, market value in its whole unit, totals of the
 * statements in `financialCurrency`. Enterprise value and earnings a share are in either, as the
 * source has it for the company.
 */
export interface Statistics {
  readonly marketCap: number | null;
  readonly enterpriseValue: number | null;
  readonly trailingPE: number | null;
  readonly forwardPE: number | null;
  readonly pegRatio: number | null;
  readonly priceToBook: number | null;
  readonly priceToSales: number | null;
  readonly enterpriseToEbitda: number | null;
  readonly beta: number | null;
  readonly trailingEps: number | null;
  readonly forwardEps: number | null;
  readonly dividendYield: number | null;
  readonly payoutRatio: number | null;
  readonly profitMargin: number | null;
  readonly grossMargin: number | null;
  readonly operatingMargin: number | null;
  readonly returnOnEquity: number | null;
  readonly returnOnAssets: number | null;
  readonly revenueGrowth: number | null;
  readonly earningsGrowth: number | null;
  readonly currentRatio: number | null;
  /** Total debt over equity, as a ratio (1.5 is 150 %). */
  readonly debtToEquity: number | null;
  readonly totalCash: number | null;
  readonly totalDebt: number | null;
  readonly freeCashFlow: number | null;
  readonly sharesOutstanding: number | null;
  readonly sharesShortOfFloat: number | null;
  readonly heldByInsiders: number | null;
  readonly heldByInstitutions: number | null;
  readonly targetPriceLow: number | null;
  readonly targetPriceMean: number | null;
  readonly targetPriceHigh: number | null;
  readonly analystCount: number | null;
  /** 1 is strong buy, 5 is strong sell. */
  readonly recommendationMean: number | null;
}

/** Earnings a share of one quarter, in the price's or the statements' currency: sources differ. */
export interface EarningsResult {
  readonly quarterEnd: Day;
  readonly epsActual: number | null;
  readonly epsEstimate: number | null;
  /** (actual - estimate) / |estimate|, a fraction. */
  readonly surprise: number | null;
  readonly availableAt: string;
}

export interface EarningsCalendar {
  /** The next report's day, or the first day of the span it is expected in. */
  readonly nextEarnings: Day | null;
  readonly exDividend: Day | null;
  readonly epsEstimate: number | null;
  readonly revenueEstimate: number | null;
}

/** How many analysts hold which opinion, `monthsAgo` months back (0 is now). */
export interface RecommendationCount {
  readonly monthsAgo: number;
  readonly strongBuy: number;
  readonly buy: number;
  readonly hold: number;
  readonly sell: number;
  readonly strongSell: number;
}

export interface RatingChange {
  readonly date: Day;
  readonly firm: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly action: "upgrade" | "downgrade" | "initiated" | "maintained" | "reiterated" | "other";
  readonly availableAt: string;
}

export interface InsiderTransaction {
  readonly date: Day;
  readonly name: string;
  readonly relation: string | null;
  readonly kind: "buy" | "sell" | "other";
  readonly shares: number | null;
  /** In `currency`; null where none was stated. */
  readonly value: number | null;
  readonly text: string | null;
  readonly availableAt: string;
}

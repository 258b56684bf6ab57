import type { MarketBrief } from "#core/contest/market-brief.ts";

/** What the built-in authors choose their parameters by. */
export interface MarketSense {
  /** How many bars a window may have: an eighth of those that are known, so that it fits the rest often. */
  readonly longest: number;
  /** A year's, as a fraction. */
  readonly volatility: number;
  /** Mean of (high - low) / close. */
  readonly dailyRange: number;
  /** Whether a day tends to undo the one before. */
  readonly turns: boolean;
  /** What of this was measured, as a sentence. */
  readonly basis: string;
}

/** A share of a large company, roughly: what is supposed of a market that nothing is told of. */
const SUPPOSED = { longest: 200, volatility: 0.3, dailyRange: 0.02, turns: false } as const;

const SHORTEST = 20;
const PART_OF_BARS = 8;

/** Reads off the brief what matters to an author; what it does not tell is supposed, and said to be. */
export function senseOf(brief: MarketBrief | null): MarketSense {
  if (brief === null) {
    return {
      ...SUPPOSED,
      basis: "The request tells nothing of the market, so these are usual values.",
    };
  }
  const { symbol, bars, annualVolatility, autocorrelation, dailyRange } = brief;
  const volatility = annualVolatility ?? SUPPOSED.volatility;
  const moves =
    annualVolatility === null
      ? "moves by an unknown measure"
      : `moves ${percent(volatility)} a year`;
  return {
    longest: Math.max(SHORTEST, Math.min(SUPPOSED.longest, Math.round(bars / PART_OF_BARS))),
    volatility,
    dailyRange: dailyRange > 0 ? dailyRange : SUPPOSED.dailyRange,
    turns: (autocorrelation ?? 0) < 0,
    basis: `${symbol} ${moves} and ${percent(dailyRange)} in a day; ${bars} bars are known, and no window is longer than an eighth of them, or 200.`,
  };
}

/** A window as long as usual, where the market is known for long enough. */
export function windowOf(usual: number, { longest }: MarketSense, part = 1): number {
  return Math.round(Math.min(usual, longest * part));
}

/** @example percent(0.283) // "28 %" */
export function percent(share: number): string {
  const digits = 100 * share;
  return `${digits < 10 ? Number(digits.toFixed(1)) : Math.round(digits)} %`;
}

/** Two significant digits, which is all that a parameter is good for. */
export function rough(value: number): number {
  return Number(value.toPrecision(2));
}

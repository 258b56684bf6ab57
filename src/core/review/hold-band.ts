import type { Decision } from "../decision.ts";

const BAND_OF_A_QUARTER = 5;

/** Lengths in quarters of a year. */
const quarters: Readonly<Record<Decision["horizon"], number>> = {
  "1w": 7 / (365.25 / 4),
  "1m": 1 / 3,
  "3m": 1,
  "6m": 2,
  "12m": 4,
};

/**
 * How far from the benchmark, in percentage points to either side, a `hold` may end and still be
 * right: 5 at three months, and with the square root of time as the spread of returns does: 1.4 at a
 * week, 10 at a year. A convention of this desk.
 */
export function holdBand(horizon: Decision["horizon"]): number {
  return BAND_OF_A_QUARTER * Math.sqrt(quarters[horizon]);
}

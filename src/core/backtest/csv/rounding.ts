/** A share of a price below which a difference is one of rounding. */
export const ROUNDING = 1e-6;

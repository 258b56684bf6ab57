/**
 * Sums of shares and cash round near 1e-16 of what they are: what is left of an amount below this
 * share of it is rounding, and no amount.
 */
export const DUST = 1e-12;

/** The fewest returns that each measure is stated from; with fewer it is null. */
export const minimumReturns = {
  volatility: 20,
  beta: 60,
  correlation: 60,
  /** At 60 the 5 % tail holds three days. */
  valueAtRisk: 60,
} as const;

import { z } from "zod";

const known = z.number().nullable();

/**
 * How a curve of equity did over a period. Returns and shares are fractions (0.1 is 10 %); null where
 * there is nothing to state it from, never Infinity. docs/backtesting.md defines each.
 */
export const metricsSchema = z.object({
  finalEquity: z.number(),
  totalReturn: z.number(),
  cagr: known,
  volatility: known,
  sharpe: known,
  sortino: known,
  calmar: known,
  /** 0 or negative. */
  maxDrawdown: z.number(),
  /** Calendar days. */
  maxDrawdownDays: z.number(),
  /** Share of the bars with a position at the close. */
  exposure: z.number(),
  /** How many were closed. */
  trades: z.number().int(),
  winRate: known,
  profitFactor: known,
  /** The mean return of a trade. */
  expectancy: known,
  bestTrade: known,
  worstTrade: known,
  /** Commission and slippage, in cash. */
  costsPaid: z.number(),
});

export type Metrics = z.infer<typeof metricsSchema>;

import { z } from "zod";

/** How orders are filled, and with what money. */
export const executionRulesSchema = z.object({
  /** What there is at the start, in the bars' currency. */
  cash: z.number().positive(),
  /** A share of a fill's value, paid on the way in and on the way out: 0.001 is 0.1 %. */
  commission: z.number().min(0).lt(1),
  /** How much worse than the open a fill is, as a share of it: buys pay more, sales bring less. */
  slippage: z.number().min(0).lt(1),
  /** Whether only whole shares are dealt in. */
  wholeShares: z.boolean(),
  /** Whether more may be sold than is held. */
  allowShort: z.boolean(),
});

export type ExecutionRules = Readonly<z.infer<typeof executionRulesSchema>>;

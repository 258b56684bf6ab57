import { z } from "zod";
import { type Day, daySchema } from "../day.ts";

/** Shares that were bought and sold again (sold and bought back where they are negative). */
export const tradeSchema = z.object({
  entryDate: daySchema,
  exitDate: daySchema,
  /** What was paid and had for a share, slippage included. */
  entryPrice: z.number(),
  exitPrice: z.number(),
  /** Negative for a short. */
  shares: z.number(),
  /** In cash, both commissions taken off. */
  profit: z.number(),
});

export type Trade = z.infer<typeof tradeSchema>;

/** Shares that are still held after the last bar. */
export const openLotSchema = tradeSchema.omit({ exitDate: true, exitPrice: true }).extend({
  /** At the last close, the commission of the entry taken off. */
  profit: z.number(),
});

export type OpenLot = z.infer<typeof openLotSchema>;

/** What came of trading over bars. Columns have one number a bar. */
export interface BacktestRun {
  /** In the order in which they were closed; of one fill, the first bought is the first sold. */
  readonly trades: readonly Trade[];
  readonly open: readonly OpenLot[];
  /** Cash and holdings, marked at the close. */
  readonly equity: readonly number[];
  /** Held at the close; negative for a short. */
  readonly shares: readonly number[];
  /** Commission and slippage that the bar's fill has cost, in cash. */
  readonly costs: readonly number[];
  /** The day at whose close nothing was left and all was closed; null where there always was something. */
  readonly ruinedOn: Day | null;
}

import { z } from "zod";

export const actions = ["buy", "hold", "sell"] as const;
export type Action = (typeof actions)[number];
export const horizons = ["1w", "1m", "3m", "6m", "12m"] as const;

const level = z.number().positive().nullable();

/** Prices to act by. Described for a model, which fills them. */
export const levelsSchema = z
  .object({
    entry: level.describe("price to act at"),
    stop: level.describe("price that ends the thesis"),
    target: level.describe("price the thesis points at"),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/)
      .nullable()
      .describe("currency of the levels, as in the facts: USD, GBp"),
  })
  .describe("prices from the facts; null where the facts give none");

/** What the portfolio manager concludes. Described for a model, which fills it. */
export const decisionSchema = z.object({
  action: z.enum(actions),
  confidence: z.number().min(0).max(1).describe("0 to 1, no more than the stated ceiling"),
  horizon: z.enum(horizons).describe("how long the thesis needs"),
  thesis: z.string().min(1).describe("why, in three to six sentences, with the figures"),
  risks: z.array(z.string().min(1)).describe("what would prove the thesis wrong"),
  levels: levelsSchema,
});

export type Decision = z.infer<typeof decisionSchema>;

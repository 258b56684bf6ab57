import { z } from "zod";
import { executionRulesSchema } from "../backtest/execution-rules.ts";
import { daySchema } from "../day.ts";
import { deskChoiceSchema } from "../desk-choice.ts";
import { tickerSchema } from "../ticker.ts";
import { contestRequestSchema } from "./contest.ts";

/** Everything that decides what a contest of strategies brings. */
export const contestConfigurationSchema = z.object({
  /** Of the program. */
  version: z.string(),
  symbol: tickerSchema,
  /** Who writes; `rules` stands for all built-in authors. */
  models: z.array(z.string()).min(1),
  /** First day of the bars; null is ten years before the last. */
  from: daySchema.nullable(),
  /** The last day whose knowledge may be used. */
  asOf: daySchema,
  rules: executionRulesSchema,
  minTrades: contestRequestSchema.shape.minTrades,
  /** How long a strategy may take over all bars. */
  timeLimitMs: z.number(),
  ...deskChoiceSchema.omit({ model: true, modelFor: true, fallbacks: true }).shape,
  /** Where live models are asked; null is their provider's own address. */
  openaiBaseUrl: z.string().nullable(),
  /** Where Yahoo is asked; null is its own address. */
  yahooBaseUrl: z.string().nullable(),
  /** When it ends with what is finished. */
  deadlineMs: z.number(),
});

export type ContestConfiguration = Readonly<z.infer<typeof contestConfigurationSchema>>;

import { z } from "zod";
import { daySchema } from "../day.ts";
import { deskChoiceSchema } from "../desk-choice.ts";
import { chainSchema } from "./chain.ts";

/** Everything that decides what a run of a chain brings. It goes on only under the same. */
export const chainConfigurationSchema = z.object({
  /** Of the program. */
  version: z.string(),
  chain: chainSchema,
  input: z.string(),
  /** The last day whose knowledge tools may use. */
  asOf: daySchema,
  ...deskChoiceSchema.omit({ modelFor: true }).shape,
  /** The model of agents without one of their own. */
  model: z.string(),
  /** Where live models are asked; null is their provider's own address. */
  openaiBaseUrl: z.string().nullable(),
  /** Where Yahoo is asked; null is its own address. */
  yahooBaseUrl: z.string().nullable(),
  benchmark: z.string(),
  /** When a run ends with what it has, from when it is taken up; null is without a deadline. */
  deadlineMs: z.number().nullable(),
});

export type ChainConfiguration = Readonly<z.infer<typeof chainConfigurationSchema>>;

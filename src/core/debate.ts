import { z } from "zod";
import { actions, horizons, levelsSchema } from "./decision.ts";
import { researchers, reviewers } from "./role.ts";
import { usageSchema } from "./usage.ts";

/** What a researcher answers. Described for a model, which fills it. */
export const argumentSchema = z.object({
  argument: z
    .string()
    .min(1)
    .describe("your case, in 80 to 200 words of Markdown without a heading, with its figures"),
  concession: z
    .string()
    .min(1)
    .nullable()
    .describe("the other side's strongest point; null where it has none"),
  conviction: z.number().min(0).max(1).describe("0 to 1, how sure you are of your case"),
});
export type Argument = z.infer<typeof argumentSchema>;

/** How much of a portfolio, in percent of its value. */
const size = z.number().min(0).max(100);

/** What a trader plans. Described for a model, which fills it. */
export const planSchema = z.object({
  action: z.enum(actions),
  size: size.describe("the position, in percent of a portfolio; 0 for none"),
  horizon: z.enum(horizons).describe("how long the plan needs"),
  levels: levelsSchema,
  reasoning: z.string().min(1).describe("why, in three to six sentences, with the figures"),
});
export type Plan = z.infer<typeof planSchema>;

export const verdicts = ["approve", "change", "reject"] as const;

/** What a reviewer says of a plan. Described for a model, which fills it. */
export const reviewSchema = z.object({
  verdict: z.enum(verdicts).describe("what should become of the plan"),
  size: size.describe("the position that you would take, in percent of a portfolio"),
  argument: z
    .string()
    .min(1)
    .describe("why, in 60 to 150 words of Markdown without a heading, with the figures"),
});
export type Review = z.infer<typeof reviewSchema>;

/** What comes with everything that is said: who wrote it, when, and what it took. */
const said = {
  /** The model that wrote it; null where it does not say. */
  model: z.string().nullable(),
  /** ISO 8601 with milliseconds. */
  startedAt: z.string(),
  endedAt: z.string(),
  usage: usageSchema,
};

/** From 1. */
const round = z.int().min(1);

export const saidArgumentSchema = argumentSchema.extend({
  speaker: z.enum(researchers),
  round,
  ...said,
});
export type SaidArgument = z.infer<typeof saidArgumentSchema>;

export const saidPlanSchema = planSchema.extend(said);
export type SaidPlan = z.infer<typeof saidPlanSchema>;

export const saidReviewSchema = reviewSchema.extend({
  speaker: z.enum(reviewers),
  round,
  ...said,
});
export type SaidReview = z.infer<typeof saidReviewSchema>;

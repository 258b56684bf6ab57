import type { z } from "zod";
import {
  type SaidArgument,
  type SaidPlan,
  type SaidReview,
  saidArgumentSchema,
  saidPlanSchema,
  saidReviewSchema,
} from "./debate.ts";
import { inert, readBlocks } from "./fact-lines.ts";

/** What a prompt carries of what was said: the words, without times and costs. */
const told = { model: true, startedAt: true, endedAt: true, usage: true } as const;
const toldArgumentSchema = saidArgumentSchema.omit(told);
const toldPlanSchema = saidPlanSchema.omit(told);
const toldReviewSchema = saidReviewSchema.omit(told);

export type ToldArgument = z.infer<typeof toldArgumentSchema>;
export type ToldPlan = z.infer<typeof toldPlanSchema>;
export type ToldReview = z.infer<typeof toldReviewSchema>;

const DEBATE = /<debate>\n([\s\S]*?)\n?<\/debate>/g;
const PLAN = /<plan>\n([\s\S]*?)\n?<\/plan>/g;
const REVIEWS = /<reviews>\n([\s\S]*?)\n?<\/reviews>/g;

/**
 * The arguments so far as a block of JSON lines for a prompt. They are models' words about hostile
 * text, and can no more close their block than a headline can.
 */
export function writeDebate(debate: readonly SaidArgument[]): string {
  return block("debate", toldArgumentSchema, debate);
}

/** A plan as a block of one JSON line for a prompt. */
export function writePlan(plan: SaidPlan): string {
  return block("plan", toldPlanSchema, [plan]);
}

/** The reviews so far as a block of JSON lines for a prompt. */
export function writeReviews(reviews: readonly SaidReview[]): string {
  return block("reviews", toldReviewSchema, reviews);
}

/** The arguments in a prompt, in the order of their rounds. */
export function readDebate(prompt: string): ToldArgument[] {
  return readBlocks(prompt, DEBATE, toldArgumentSchema);
}

/** The plan in a prompt; null where there is none. */
export function readPlan(prompt: string): ToldPlan | null {
  return readBlocks(prompt, PLAN, toldPlanSchema)[0] ?? null;
}

/** The reviews in a prompt, in the order of their rounds. */
export function readReviews(prompt: string): ToldReview[] {
  return readBlocks(prompt, REVIEWS, toldReviewSchema);
}

function block(name: string, schema: z.ZodType, said: readonly unknown[]): string {
  return `<${name}>\n${said.map((one) => inert(schema.parse(one))).join("\n")}\n</${name}>`;
}

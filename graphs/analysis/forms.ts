import type { z } from "zod";
import {
  type Argument,
  argumentSchema,
  type Plan,
  planSchema,
  type Review,
  reviewSchema,
} from "#core/debate.ts";
import { type Decision, decisionSchema } from "#core/decision.ts";

/** What a model fills instead of writing freely: the one tool that it is given. */
export interface Form<T> {
  readonly name: string;
  readonly description: string;
  /** What it is, for a gap's message. */
  readonly what: string;
  readonly schema: z.ZodType<T>;
  /** What of it is said in words, for whoever watches. */
  wordsIn(filled: T): string;
}

export const argumentForm: Form<Argument> = {
  name: "argue",
  description: "States your argument.",
  what: "argument",
  schema: argumentSchema,
  wordsIn: ({ argument }) => argument,
};

export const planForm: Form<Plan> = {
  name: "plan",
  description: "States the plan.",
  what: "plan",
  schema: planSchema,
  wordsIn: ({ reasoning }) => reasoning,
};

export const reviewForm: Form<Review> = {
  name: "review",
  description: "States your review of the plan.",
  what: "review",
  schema: reviewSchema,
  wordsIn: ({ argument }) => argument,
};

export const decisionForm: Form<Decision> = {
  name: "decide",
  description: "States the decision.",
  what: "decision",
  schema: decisionSchema,
  wordsIn: ({ thesis }) => thesis,
};

import { z } from "zod";
import { stanceSchema } from "../report.ts";

export const comparisons = ["above", "below", "at_least", "at_most", "equals"] as const;

/** Of every pattern: case does not matter, letters are Unicode's, and a dot matches line breaks too. */
export const PATTERN_FLAGS = "isu";

const testSchema = z.discriminatedUnion("kind", [
  /** The output holds this text, whatever the case of its letters. */
  z.object({ kind: z.literal("contains"), text: z.string().min(1) }),
  /** A regular expression finds something in the output; see PATTERN_FLAGS. */
  z.object({ kind: z.literal("matches"), pattern: z.string().min(1) }),
  /** The first number of the output, or the first behind a word, compared. */
  z.object({
    kind: z.literal("number"),
    after: z.string().min(1).nullable(),
    comparison: z.enum(comparisons),
    value: z.number(),
  }),
  /** The stance that the output states. */
  z.object({ kind: z.literal("stance"), stance: stanceSchema }),
]);

/** What must hold of an earlier agent's output. */
export const conditionSchema = z.object({
  /** Whose output. */
  agent: z.string(),
  test: testSchema,
});

export type Condition = Readonly<z.infer<typeof conditionSchema>>;
export type ConditionTest = Condition["test"];

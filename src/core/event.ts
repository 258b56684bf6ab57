import { z } from "zod";
import { agentOutcomeSchema } from "./chain/agent-outcome.ts";
import { plannedGroupSchema } from "./planned-group.ts";
import { gapSchema, reportSchema } from "./report.ts";
import { spanKinds } from "./span.ts";

const spanRef = {
  name: z.string(),
  kind: z.enum(spanKinds),
  parent: z.string().nullable(),
  /** Epoch milliseconds with a fraction. */
  at: z.number(),
};

/** What happens in a run, as it happens. One stream of these feeds the log, the files and the screen. */
export const runEventSchema = z.discriminatedUnion("type", [
  /** Who takes part, before anybody begins: a screen has a place for everyone then. */
  z.object({ type: z.literal("planned"), groups: z.array(plannedGroupSchema), at: z.number() }),
  z.object({ type: z.literal("span_started"), ...spanRef }),
  z.object({
    type: z.literal("span_ended"),
    ...spanRef,
    ms: z.number(),
    error: z.string().nullable(),
  }),
  /** What an analyst's branch has come to: its report, or the gap instead. */
  z.object({
    type: z.literal("reported"),
    node: z.string(),
    report: reportSchema.nullable(),
    gap: gapSchema.nullable(),
    at: z.number(),
  }),
  /** What an author's strategy has come to: its figures out of sample, or why it has none. */
  z.object({
    type: z.literal("strategy_ended"),
    /** The author. */
    node: z.string(),
    sharpe: z.number().nullable(),
    totalReturn: z.number().nullable(),
    failure: z.string().nullable(),
    /** As it was run, or as it could not be; null where none could be read. */
    code: z.string().nullable(),
    /** What was answered instead of a strategy; null where one could be read, or nothing was answered. */
    answer: z.string().nullable(),
    at: z.number(),
  }),
  /** What an agent of a chain has come to. */
  z.object({ type: z.literal("agent_ended"), outcome: agentOutcomeSchema, at: z.number() }),
  /** A run that was cut off goes on: what was at work then has no end. */
  z.object({ type: z.literal("run_resumed"), attempt: z.number().int(), at: z.number() }),
  /** A piece of what a node's model is writing. */
  z.object({ type: z.literal("text"), node: z.string(), text: z.string(), at: z.number() }),
  /** A sentence that the reader must see, such as where the data comes from. */
  z.object({ type: z.literal("notice"), text: z.string(), at: z.number() }),
  z.object({
    type: z.literal("run_ended"),
    ms: z.number(),
    error: z.string().nullable(),
    at: z.number(),
  }),
]);

export type RunEvent = z.infer<typeof runEventSchema>;

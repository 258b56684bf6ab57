import { z } from "zod";
import { stanceSchema, toolCallSchema } from "../report.ts";
import { usageSchema } from "../usage.ts";

/** Why an agent has no output though it was asked. */
const agentGapSchema = z.object({
  reason: z.enum(["model_error", "bad_tool_call", "no_report", "timeout", "budget", "no_data"]),
  message: z.string(),
});

/** What an agent of a chain has come to. */
export const agentOutcomeSchema = z.object({
  agent: z.string(),
  /** `skipped`: its condition did not hold, or it stands in for somebody who was asked. */
  state: z.enum(["done", "failed", "skipped"]),
  /** What it has written, without its closing line; null unless it is done. */
  output: z.string().nullable(),
  /** null where the output does not say. */
  stance: stanceSchema.nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  /** Whether the model's output limit ended the output. */
  cut: z.boolean(),
  /** The model that wrote it, which may be a fallback; null where it does not say. */
  model: z.string().nullable(),
  /** Why it failed; null unless it did. */
  gap: agentGapSchema.nullable(),
  /** Why it was not asked, in a sentence; null unless it was skipped. */
  skipped: z.string().nullable(),
  /** ISO 8601 with milliseconds. */
  startedAt: z.string(),
  endedAt: z.string(),
  toolCalls: z.array(toolCallSchema),
  /** What a reader must know about the data behind it. */
  notices: z.array(z.string()),
  usage: usageSchema,
});

export type AgentOutcome = z.infer<typeof agentOutcomeSchema>;

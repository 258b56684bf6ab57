import { z } from "zod";
import { analystNameSchema } from "./analyst.ts";
import { researchers, reviewers } from "./role.ts";
import { requestCountSchema } from "./tool-result.ts";
import { usageSchema } from "./usage.ts";

export const stances = ["bullish", "neutral", "bearish"] as const;
export const stanceSchema = z.enum(stances);
export type Stance = z.infer<typeof stanceSchema>;

export const toolCallSchema = z.object({
  tool: z.string(),
  args: z.record(z.string(), z.unknown()),
  /** ISO 8601 with milliseconds, like every time here. */
  startedAt: z.string(),
  endedAt: z.string(),
  /** Whether it needed nothing from upstream. */
  cached: z.boolean(),
  requests: requestCountSchema,
  /** Why it failed; null when it did not. */
  error: z.string().nullable(),
  /** Whether no tool could take it: no such tool, or arguments that it does not accept. */
  refused: z.boolean(),
});
export type ToolCallRecord = z.infer<typeof toolCallSchema>;

export const reportSchema = z.object({
  analyst: analystNameSchema,
  text: z.string(),
  /** null where the text does not say. */
  stance: stanceSchema.nullable(),
  /** 0 to 1; null where the text does not say. */
  confidence: z.number().min(0).max(1).nullable(),
  /** Whether the model's output limit ended the text. */
  cut: z.boolean(),
  /** The model that wrote it, which may be a fallback; null where it does not say. */
  model: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string(),
  toolCalls: z.array(toolCallSchema),
  /** What a reader must know about the data behind it. */
  notices: z.array(z.string()),
  usage: usageSchema,
});
export type AnalystReport = z.infer<typeof reportSchema>;

const gapReasons = [
  "not_asked",
  "no_data",
  "model_error",
  "bad_tool_call",
  "no_report",
  "timeout",
  "budget",
] as const;

/** Who may leave a gap: an analyst by name, everyone else by role. */
const gapOwnerSchema = z.enum([
  ...analystNameSchema.options,
  ...researchers,
  "trader",
  ...reviewers,
  "portfolio_manager",
]);

/** What is there in place of a report, an argument, a plan, a review or a decision, and why. */
export const gapSchema = z.object({
  analyst: gapOwnerSchema,
  /** Of a debate: which round, from 1; null elsewhere. */
  round: z.int().min(1).nullable(),
  reason: z.enum(gapReasons),
  message: z.string(),
  startedAt: z.string(),
  endedAt: z.string(),
  toolCalls: z.array(toolCallSchema),
  /** What was used all the same. */
  usage: usageSchema,
});
export type Gap = z.infer<typeof gapSchema>;

/** What an analyst is asked to end its report with. */
export const CLOSING_LINE = "STANCE: bullish|neutral|bearish CONFIDENCE: 0.00-1.00";

/**
 * The line however it is decorated, with a rule before it, or broken in two. An unfilled template
 * states nothing, and a part of a range, of a fraction or of a decimal comma is no confidence. The
 * decoration is bounded so that a long run of blank lines is not read again from each of them.
 */
const CLOSING =
  /^[\s*_`>#-]{0,40}STANCE[*_`]*:[ \t*_`]*(bullish|neutral|bearish)(?![a-z|])(?:.*?[\s*_`>#-]{0,40}CONFIDENCE[*_`]*:[ \t*_`]*(\d*\.?\d+)(?!\d|[.,/-]\d)[ \t]*(%?))?.*$/gim;

/** Takes the closing line off a report. What it does not say is null. */
export function readClosing(text: string): {
  text: string;
  stance: Stance | null;
  confidence: number | null;
} {
  const last = [...text.matchAll(CLOSING)].at(-1);
  if (last === undefined) return { text: text.trim(), stance: null, confidence: null };
  const stated = last[2] === undefined ? null : Number(last[2]) / (last[3] === "%" ? 100 : 1);
  return {
    text: (text.slice(0, last.index) + text.slice(last.index + last[0].length)).trim(),
    stance: stanceSchema.parse(last[1]?.toLowerCase()),
    confidence: stated !== null && stated >= 0 && stated <= 1 ? stated : null,
  };
}

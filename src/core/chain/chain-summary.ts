import { z } from "zod";
import { stanceSchema } from "../report.ts";
import { usageSchema } from "../usage.ts";
import type { ChainResult } from "./chain-result.ts";

/** The result of a chain in short, for lists of runs. */
export const chainSummarySchema = z.object({
  agents: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  skipped: z.number().int(),
  /** What the last output states; null where it states none. */
  stance: stanceSchema.nullable(),
  confidence: z.number().nullable(),
  /** null where no agent asked for data. */
  synthetic: z.boolean().nullable(),
  model: z.string(),
  wallMs: z.number(),
  workMs: z.number(),
  usage: usageSchema,
});

export type ChainSummary = z.infer<typeof chainSummarySchema>;

/** A result in short. */
export function chainSummaryOf(result: ChainResult): ChainSummary {
  const { outcomes, data, model, timeline, usage } = result;
  const count = (state: ChainResult["outcomes"][number]["state"]) =>
    outcomes.filter((outcome) => outcome.state === state).length;
  const last = outcomes.findLast(({ state }) => state === "done");
  return {
    agents: outcomes.length,
    done: count("done"),
    failed: count("failed"),
    skipped: count("skipped"),
    stance: last?.stance ?? null,
    confidence: last?.confidence ?? null,
    synthetic: data?.synthetic ?? null,
    model,
    wallMs: timeline.wallMs,
    workMs: timeline.workMs,
    usage,
  };
}

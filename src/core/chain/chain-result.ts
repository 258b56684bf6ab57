import { z } from "zod";
import { auditSchema } from "../audit/audit.ts";
import { daySchema } from "../day.ts";
import { factSchema } from "../fact.ts";
import { provenanceSchema } from "../result.ts";
import { timelineSchema } from "../timeline.ts";
import { requestCountSchema } from "../tool-result.ts";
import { usageSchema } from "../usage.ts";
import { agentOutcomeSchema } from "./agent-outcome.ts";
import { chainSchema } from "./chain.ts";

/** A parallel group as it went; milliseconds, rounded to microseconds. */
const groupTimeSchema = z.object({
  name: z.string(),
  agents: z.array(z.string()),
  /** From the first one's start to the last one's end. */
  ms: z.number(),
  slowestMs: z.number(),
  /** Had they run one after another. */
  workMs: z.number(),
  /** The last one's start minus the first one's. */
  startSkewMs: z.number(),
});

/** Everything that a run of a chain has to say: what `chain --json` prints. */
export const chainResultSchema = z.object({
  runId: z.string(),
  chain: chainSchema,
  input: z.string(),
  asOf: daySchema,
  /** Where tools had their figures; null where none was asked for any. */
  data: provenanceSchema.nullable(),
  /** The model of agents without one of their own. */
  model: z.string(),
  /** How often it was taken up: 1 when it was made in one go. */
  attempts: z.number().int().min(1),
  /** The run whose outputs it has kept, and whose; null where all were made anew. */
  keptFrom: z.object({ run: z.string(), agents: z.array(z.string()) }).nullable(),
  /** In the chain's order. */
  outcomes: z.array(agentOutcomeSchema),
  /** The last output that there is, of a group all of its; null where there is none. */
  output: z.string().nullable(),
  /** Where every figure of the outputs comes from, where tools gave facts. */
  audit: auditSchema,
  facts: z.array(factSchema),
  timeline: timelineSchema
    .pick({
      wallMs: true,
      pausedMs: true,
      workMs: true,
      overlap: true,
      criticalPath: true,
    })
    .extend({ groups: z.array(groupTimeSchema) }),
  requests: requestCountSchema,
  usage: usageSchema,
});

export type ChainResult = z.infer<typeof chainResultSchema>;

/** ok: everybody who was asked has an output; partial: somebody has not; failed: nobody has. */
export function chainStatus({
  outcomes,
}: Pick<ChainResult, "outcomes">): "ok" | "partial" | "failed" {
  if (outcomes.every(({ state }) => state !== "done")) return "failed";
  return outcomes.some(({ state }) => state === "failed") ? "partial" : "ok";
}

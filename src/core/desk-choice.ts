import { z } from "zod";
import { roles } from "./role.ts";

/** A number of something that there must be at least one of. */
const count = z.number().int().min(1);

/** Whose data and whose words a desk uses, and within which limits. */
export const deskChoiceSchema = z.object({
  data: z.enum(["auto", "yahoo", "demo"]),
  /** null: the best that the configuration allows. */
  model: z.string().nullable(),
  /** Models of roles that have one of their own. */
  modelFor: z.partialRecord(z.enum(roles), z.string()),
  /** Models that are asked, in this order, where one has failed for good. */
  fallbacks: z.array(z.string()),
  /** Requests to a provider at once, at most. */
  maxConcurrency: count,
  /** Requests to a provider within any minute, about; null is without limit. */
  maxPerMinute: count.nullable(),
  /** The same of the source of data. */
  maxDataPerMinute: count.nullable(),
  requestTimeoutMs: z.number(),
  idleTimeoutMs: z.number(),
  /** null is without limit. */
  maxUsd: z.number().nullable(),
  /** null is without limit. */
  maxTokens: z.number().nullable(),
  /** A price list's file; null is the usual one. */
  prices: z.string().nullable(),
});

export type DeskChoice = Readonly<z.infer<typeof deskChoiceSchema>>;

/** Who writes, and within which limits. */
export type ModelChoice = Omit<DeskChoice, "data" | "prices" | "maxDataPerMinute">;

/** What a desk may take and spend. */
export type DeskLimits = Pick<
  DeskChoice,
  | "maxConcurrency"
  | "maxPerMinute"
  | "maxDataPerMinute"
  | "requestTimeoutMs"
  | "idleTimeoutMs"
  | "maxUsd"
  | "maxTokens"
  | "prices"
>;

/** The limits alone, of whatever holds them among more. */
export function limitsOf(choice: DeskLimits): DeskLimits {
  const { maxConcurrency, maxPerMinute, maxDataPerMinute, requestTimeoutMs } = choice;
  const { idleTimeoutMs, maxUsd, maxTokens, prices } = choice;
  return {
    maxConcurrency,
    maxPerMinute,
    maxDataPerMinute,
    requestTimeoutMs,
    idleTimeoutMs,
    maxUsd,
    maxTokens,
    prices,
  };
}

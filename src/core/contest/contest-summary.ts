import { z } from "zod";
import { usageSchema } from "../usage.ts";
import type { ContestResult } from "./contest.ts";

/** A contest's result in short, for lists of runs. */
export const contestSummarySchema = z.object({
  /** The first in the order of merit; null where none is ranked. */
  best: z.object({ author: z.string(), sharpe: z.number().nullable() }).nullable(),
  /** Authors whose strategy has figures, of those who were asked. */
  measured: z.number().int(),
  authors: z.number().int(),
  synthetic: z.boolean(),
  wallMs: z.number(),
  workMs: z.number(),
  usage: usageSchema,
});

export type ContestSummary = z.infer<typeof contestSummarySchema>;

/** A result in short. */
export function contestSummaryOf(result: ContestResult): ContestSummary {
  const { entries, standings, data, timeline, usage } = result;
  const first = standings.find(({ rank }) => rank === 1);
  const entry = entries.find(({ author }) => author === first?.author);
  return {
    best: entry
      ? { author: entry.author, sharpe: entry.measured?.outOfSample.sharpe ?? null }
      : null,
    measured: entries.filter(({ failure }) => failure === null).length,
    authors: entries.length,
    synthetic: data.synthetic,
    wallMs: timeline.wallMs,
    workMs: timeline.workMs,
    usage,
  };
}

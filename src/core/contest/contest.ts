import { z } from "zod";
import { openLotSchema, tradeSchema } from "../backtest/backtest-run.ts";
import { barsSchema } from "../backtest/bars.ts";
import { executionRulesSchema } from "../backtest/execution-rules.ts";
import { metricsSchema } from "../backtest/metrics.ts";
import { daySchema } from "../day.ts";
import { provenanceSchema } from "../result.ts";
import { tickerSchema } from "../ticker.ts";
import { usageSchema } from "../usage.ts";

/** What authors of strategies are asked. */
export const contestRequestSchema = z.object({
  symbol: tickerSchema,
  /** In the order in which results are given. */
  authors: z.array(z.object({ name: z.string(), model: z.string() })).min(1),
  /** First day of the bars, and the last whose knowledge may be used. */
  from: daySchema,
  asOf: daySchema,
  rules: executionRulesSchema,
  /** Closed trades out of sample that a strategy needs in order to be ranked. */
  minTrades: z.number().int().min(0),
});

export type ContestRequest = z.infer<typeof contestRequestSchema>;

/** The steps that an author's strategy goes through, in this order; a repair writes and checks again. */
export const contestSteps = ["write", "check", "dry_run", "backtest"] as const;
export type ContestStep = (typeof contestSteps)[number];

/** Why an author's part came to nothing. */
export const failureSchema = z.object({
  step: z.enum(contestSteps),
  reason: z.enum(["model_error", "timeout", "budget", "bad_strategy"]),
  message: z.string(),
});

export type Failure = z.infer<typeof failureSchema>;

/** A strategy in both periods, and over all bars. */
export const measuredSchema = z.object({
  inSample: metricsSchema,
  outOfSample: metricsSchema,
  whole: metricsSchema,
});

export type Measured = z.infer<typeof measuredSchema>;

/** What came of one author's part. */
export const entrySchema = z.object({
  author: z.string(),
  model: z.string(),
  /** The strategy as it was run, or as it could not be; null where none could be read. */
  code: z.string().nullable(),
  /** What was answered instead of a strategy; null where one could be read, or nothing was answered. */
  answer: z.string().nullable(),
  /** Whether it was told what was wrong with its first. */
  repaired: z.boolean(),
  /** Why it has no figures; null where it has. */
  failure: failureSchema.nullable(),
  measured: measuredSchema.nullable(),
  trades: z.array(tradeSchema),
  open: z.array(openLotSchema),
  /** One number a bar; empty without a run. */
  equity: z.array(z.number()),
  /** What a reader must know about the code or its run. */
  warnings: z.array(z.string()),
  /** ISO 8601 with milliseconds. */
  startedAt: z.string(),
  endedAt: z.string(),
  usage: usageSchema,
});

export type Entry = z.infer<typeof entrySchema>;

/** An entry's place in the order of merit. */
export const standingSchema = z.object({
  author: z.string(),
  /** From 1; null for one that is not ranked, because it failed or has traded too little. */
  rank: z.number().int().nullable(),
  /** Why it is not ranked; null where it is. */
  unranked: z.string().nullable(),
  /**
   * How likely its Sharpe ratio out of sample is above what the best of as many worthless strategies
   * would show by chance, 0 to 1; null where it cannot be told.
   */
  deflatedSharpe: z.number().nullable(),
});

export type Standing = z.infer<typeof standingSchema>;

/** Milliseconds, rounded to microseconds, like those of an analysis. */
const contestTimelineSchema = z.object({
  wallMs: z.number(),
  workMs: z.number(),
  overlap: z.number().nullable(),
  slowestAuthorMs: z.number().nullable(),
  /** The last author's start minus the dispatcher's end. */
  startSkewMs: z.number().nullable(),
  /** From the run's start until the first strategy, and the last, had its figures; null without any. */
  firstDoneMs: z.number().nullable(),
  lastDoneMs: z.number().nullable(),
  criticalPath: z.array(z.object({ name: z.string(), ms: z.number() })),
});

export type ContestTimeline = z.infer<typeof contestTimelineSchema>;

/** Everything that a contest has to say: what `strategies --json` prints. */
export const contestResultSchema = z.object({
  runId: z.string(),
  request: contestRequestSchema,
  data: provenanceSchema,
  currency: z.string().nullable(),
  /** All that is traded on. The last third was shown to no author. */
  bars: barsSchema,
  /** First day out of sample. */
  split: daySchema,
  /** What ran the strategies, with its version; null where none was run. */
  engine: z.string().nullable(),
  /** Buying on the first bar and holding, with the same costs. */
  benchmark: measuredSchema.extend({ equity: z.array(z.number()) }),
  /** In the order of the authors asked. */
  entries: z.array(entrySchema),
  /** Best first; those that are not ranked last. */
  standings: z.array(standingSchema),
  /** How many strategies the deflated Sharpe ratios are corrected for. */
  tried: z.number().int(),
  /** What a reader must know before believing any of it. */
  notices: z.array(z.string()),
  timeline: contestTimelineSchema,
  usage: usageSchema,
});

export type ContestResult = z.infer<typeof contestResultSchema>;

/** ok: at least one author has a strategy with figures. */
export function contestStatus({ entries }: Pick<ContestResult, "entries">): "ok" | "failed" {
  return entries.some(({ failure }) => failure === null) ? "ok" : "failed";
}

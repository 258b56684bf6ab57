import { StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { Bars } from "#core/backtest/bars.ts";
import { executionRulesSchema } from "#core/backtest/execution-rules.ts";
import {
  type ContestResult,
  contestRequestSchema,
  contestResultSchema,
  type Entry,
  failureSchema,
} from "#core/contest/contest.ts";
import { USUAL_MIN_TRADES, usualRules } from "#core/contest/usual.ts";
import { daySchema } from "#core/day.ts";
import { provenanceSchema } from "#core/result.ts";
import { spanSchema } from "#core/span.ts";
import { tickerSchema } from "#core/ticker.ts";
import { noUsage, usageSchema } from "#core/usage.ts";
import { gathered } from "../gathered.ts";

/** What a person asks: the only fields that Studio offers as an input. */
export const inputFields = {
  ticker: tickerSchema,
  models: z
    .array(z.string().min(1))
    .min(1)
    .default(["rules"])
    .describe("Who writes a strategy; rules stands for the six built-in authors"),
  from: daySchema.nullable().default(null).describe("First day; ten years by default"),
  asOf: daySchema
    .nullable()
    .default(null)
    .describe("Last day whose knowledge may be used; today by default"),
  rules: executionRulesSchema.default(usualRules).describe("How orders are filled"),
  minTrades: contestRequestSchema.shape.minTrades
    .default(USUAL_MIN_TRADES)
    .describe("Closed trades out of sample that a strategy needs to be ranked"),
};

/**
 * What the graph itself has made. It is not checked again at every step: ten years of bars and of curves
 * take longer to check than to trade on.
 */
const made = <T>() => z.custom<T>();

/** What an author's branch brings to the contest. */
const broughtFields = {
  /** One entry an author. */
  entries: gathered(made<Entry>()),
  /** Start and end of every node, and of the steps within. */
  spans: gathered(spanSchema),
  /** What has run the strategies, one entry a run. */
  engines: gathered(z.string()),
};

/** What the dispatcher has settled, the same for all. */
const settledFields = {
  /** The input, checked and completed. */
  request: contestRequestSchema,
  /** All bars; authors are shown those before `split`, a place. */
  bars: made<Bars>(),
  split: z.number().int(),
};

export const StrategiesState = new StateSchema({
  ...inputFields,
  ...settledFields,
  ...broughtFields,
  data: provenanceSchema,
  currency: z.string().nullable(),
  notices: z.array(z.string()),
  benchmark: made<ContestResult["benchmark"]>(),
  standings: contestResultSchema.shape.standings,
  tried: contestResultSchema.shape.tried,
});

export type StrategiesStateValue = typeof StrategiesState.State;
export type StrategiesUpdate = typeof StrategiesState.Update;

const taskFields = {
  ...settledFields,
  author: contestRequestSchema.shape.authors.element,
  /** The market in sample and how to deal, in words: all that an author is told. */
  assignment: z.string(),
};

/** One author's branch: its task, and how far its strategy has come. */
export const AuthorState = new StateSchema({
  ...taskFields,
  ...broughtFields,
  startedAt: z.number(),
  /** How often it has been asked: 2 once it was told what is wrong. */
  attempts: z.number().int().default(0),
  /** The last answer; null before the first. */
  answer: z.string().nullable().default(null),
  /** The strategy that the answer holds; null where it holds none. */
  code: z.string().nullable().default(null),
  notes: z.array(z.string()).default(() => []),
  /** What is wrong with the last answer, or with the asking; null where nothing is. */
  problem: failureSchema.nullable().default(null),
  /** What came of the backtest. */
  outcome: made<Pick<Entry, "measured" | "trades" | "open" | "equity" | "warnings">>()
    .nullable()
    .default(null),
  usage: usageSchema.default(noUsage),
});

export const AuthorInput = new StateSchema(taskFields);
export const AuthorOutput = new StateSchema(broughtFields);

export type AuthorStateValue = typeof AuthorState.State;
export type AuthorUpdate = typeof AuthorState.Update;
/** What one `Send` carries to the yardstick. */
export type BuyAndHoldTask = Pick<StrategiesStateValue, "request" | "bars" | "split">;
/** What one `Send` carries to an author. */
export type AuthorTask = typeof AuthorInput.State;

import { z } from "zod";
import { daySchema } from "#core/day.ts";
import { provenanceSchema } from "#core/result.ts";
import { trackRecordSchema } from "#core/review/track-record.ts";
import { failureSchema } from "./failure.ts";
import { keptMessageSchema } from "./kept-message.ts";
import { promptSchema } from "./prompt.ts";

export const FORMAT = "trading-graph recording";
export const VERSION = 2;

const accesses = z.array(z.enum(["upstream", "cacheHits", "coalesced"]));
const anything = z.record(z.string(), z.unknown());

/** An answer, or what was thrown in its place. */
const outcome = <T extends z.ZodType>(value: T) =>
  z.union([z.object({ value }), z.object({ failure: failureSchema })]);

/** What a recording is of, as the caller has it: whatever decides the result beside the answers. */
const recordedRequestSchema = z.looseObject({
  ticker: z.string(),
  analysts: z.array(z.string()),
  /** null is the day of the recording. */
  asOf: daySchema.nullable(),
});
export type RecordedRequest = z.infer<typeof recordedRequestSchema>;

/** The first line. */
export const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** The model's name as results state it. */
  model: z.string(),
  request: recordedRequestSchema,
});
export type Header = z.infer<typeof headerSchema>;

/** Where the run's figures came from. */
const openedSchema = z.object({
  type: z.literal("opened"),
  query: z.object({ symbol: z.string(), asOf: daySchema }),
  accesses,
  outcome: outcome(provenanceSchema),
});
export type Opened = z.infer<typeof openedSchema>;

/** What the desk was told of its own decisions: it changes as decisions are made. */
const recalledSchema = z.object({
  type: z.literal("recalled"),
  outcome: outcome(trackRecordSchema.nullable()),
});
export type Recalled = z.infer<typeof recalledSchema>;

/** What the market said: each value once, under the SHA-256 of its JSON. */
const dataSchema = z.object({ type: z.literal("data"), id: z.string(), value: z.unknown() });

/** One question to the market; its value is the id of a data line. */
const readSchema = z.object({
  type: z.literal("read"),
  caller: z.string(),
  method: z.enum(["history", "quote", "company", "statements", "news"]),
  query: anything,
  accesses,
  outcome: outcome(z.string()),
});
export type Read = z.infer<typeof readSchema>;

/** One question to a model. */
const modelCallSchema = z.object({
  type: z.literal("model"),
  prompt: promptSchema,
  outcome: outcome(keptMessageSchema),
});
export type ModelCall = z.infer<typeof modelCallSchema>;

/** The last line, with the number of those between it and the first. */
const endSchema = z.object({ type: z.literal("end"), lines: z.number().int() });

export const lineSchema = z.discriminatedUnion("type", [
  openedSchema,
  recalledSchema,
  dataSchema,
  readSchema,
  modelCallSchema,
  endSchema,
]);
export type Line = z.infer<typeof lineSchema>;

import { z } from "zod";
import { contestSteps } from "./contest.ts";

const author = z.string();
/** How far the whole contest has come, 0 to 100: whole, never falling, 100 only when it has ended. */
const percent = z.number().int().min(0).max(100);
const ms = z.number();

/** What programs are told of a contest while it lasts: a line of `--json-lines` each. */
export const contestNewsSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("contest_started"), authors: z.array(author) }),
  z.object({ type: z.literal("author_started"), author }),
  z.object({
    type: z.literal("code"),
    author,
    /** The new piece of what its model writes. */
    text: z.string(),
    /** The end of what it has written so far; a repair begins anew. */
    preview: z.string(),
    percent,
  }),
  z.object({
    type: z.literal("step"),
    author,
    step: z.enum(contestSteps),
    state: z.enum(["started", "ended"]),
    /** How long it took, and what went wrong; null of a start, and where nothing did. */
    ms: ms.nullable(),
    error: z.string().nullable(),
    percent,
  }),
  z.object({
    type: z.literal("author_ok"),
    author,
    /** Out of sample; a fraction. */
    sharpe: z.number().nullable(),
    totalReturn: z.number().nullable(),
    /** From its start; null where none was told. */
    ms: ms.nullable(),
    percent,
  }),
  z.object({
    type: z.literal("author_failed"),
    author,
    reason: z.string(),
    ms: ms.nullable(),
    percent,
  }),
  z.object({ type: z.literal("notice"), text: z.string() }),
  z.object({
    type: z.literal("contest_ended"),
    percent: z.literal(100),
    ok: z.number().int(),
    failed: z.number().int(),
    /** From the contest's start until the first author, and the last, had come to an end. */
    firstDoneMs: ms.nullable(),
    lastDoneMs: ms.nullable(),
    ms,
    /** Why there is no result; null where there is one. */
    error: z.string().nullable(),
  }),
]);

export type ContestNews = z.infer<typeof contestNewsSchema>;

import { z } from "zod";

/** What an author's part has come to, as its step records it. */
export const authorOutcomeSchema = z.object({
  author: z.string(),
  /** Of its strategy out of sample; null where it has none. */
  sharpe: z.number().nullable(),
  /** A fraction, out of sample; null where it has none. */
  totalReturn: z.number().nullable(),
  /** Why its strategy has no figures; null where it has. */
  failure: z.string().nullable(),
});

export type AuthorOutcome = z.infer<typeof authorOutcomeSchema>;

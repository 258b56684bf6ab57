import { z } from "zod";

/**
 * What is amiss with a run's data. `stale`: older than it should be; `split_broken`: a jump by the
 * factor of a split or of a change of units that no event explains; `mixed_currency`: prices of one
 * instrument in several currencies; `missing`: asked for and not there.
 */
export const dataFlagKinds = ["stale", "split_broken", "mixed_currency", "missing"] as const;

export const dataFlagSchema = z.object({
  kind: z.enum(dataFlagKinds),
  /** What it is about, in a few words: "price history", "get_news(AAPL)". */
  subject: z.string(),
  /** One sentence with the figures, for people. */
  message: z.string(),
  /** The fact that shows it; null where there is none. */
  factId: z.string().nullable(),
});
export type DataFlag = z.infer<typeof dataFlagSchema>;

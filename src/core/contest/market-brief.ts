import { z } from "zod";
import { readBlocks } from "../fact-lines.ts";

/** What an author is told of the market: measured over the bars that it may see, and no other. */
export const marketBriefSchema = z.object({
  symbol: z.string(),
  from: z.string(),
  to: z.string(),
  bars: z.number().int(),
  /** First and last close. */
  firstClose: z.number(),
  lastClose: z.number(),
  /** Fractions a year. */
  annualReturn: z.number().nullable(),
  annualVolatility: z.number().nullable(),
  /** 0 or negative, a fraction. */
  maxDrawdown: z.number(),
  /** Share of the days that closed above the day before. */
  daysUp: z.number(),
  /** Correlation of a day's return with the one before, -1 to 1; null where it cannot be told. */
  autocorrelation: z.number().nullable(),
  /** Mean of (high - low) / close. */
  dailyRange: z.number(),
});

export type MarketBrief = z.infer<typeof marketBriefSchema>;

const BLOCK = /<market>\n([\s\S]*?)\n?<\/market>/g;

/** The brief as a block of a prompt. */
export function writeMarketBrief(brief: MarketBrief): string {
  return `<market>\n${JSON.stringify(brief)}\n</market>`;
}

/** The brief that a prompt carries; null where it carries none. */
export function readMarketBrief(prompt: string): MarketBrief | null {
  return readBlocks(prompt, BLOCK, marketBriefSchema)[0] ?? null;
}

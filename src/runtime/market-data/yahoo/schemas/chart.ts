import { z } from "zod";
import { number, part, text, time } from "../lenient.ts";

const series = z.array(number);

/** The library's chart with `return: "object"`, which is Yahoo's own form. */
export const chartSchema = z.object({
  meta: z.object({
    currency: text,
    exchangeTimezoneName: text,
    gmtoffset: number,
    /** The regular session of the running day, or of the next. */
    currentTradingPeriod: part({ regular: part({ end: time }) }),
  }),
  /** Epoch seconds; absent where there was no trade. */
  timestamp: z.array(z.number()).nullish(),
  indicators: z.object({
    quote: z.array(
      z.object({ open: series, high: series, low: series, close: series, volume: series }),
    ),
    adjclose: z.array(z.object({ adjclose: series })).nullish(),
  }),
  /** What happened in the period asked for, by the seconds of its day's opening. */
  events: part({
    splits: z
      .record(z.string(), z.object({ date: time, numerator: number, denominator: number }))
      .catch({}),
  }),
});

export type Chart = z.infer<typeof chartSchema>;

import { z } from "zod";
import { number, text } from "../lenient.ts";

const series = z.array(number);

/** The library's chart with `return: "object"`, which is Yahoo's own form. */
export const chartSchema = z.object({
  meta: z.object({ currency: text, exchangeTimezoneName: text, gmtoffset: number }),
  /** Epoch seconds; absent where there was no trade. */
  timestamp: z.array(z.number()).nullish(),
  indicators: z.object({
    quote: z.array(
      z.object({ open: series, high: series, low: series, close: series, volume: series }),
    ),
    adjclose: z.array(z.object({ adjclose: series })).nullish(),
  }),
});

export type Chart = z.infer<typeof chartSchema>;

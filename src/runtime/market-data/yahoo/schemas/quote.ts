import { z } from "zod";
import { number, text, time } from "../lenient.ts";

/** `undefined` is what the library makes of an empty result: an unknown symbol. */
export const quoteSchema = z
  .object({
    longName: text,
    shortName: text,
    quoteType: text,
    fullExchangeName: text,
    currency: text,
    regularMarketPrice: number,
    regularMarketPreviousClose: number,
    regularMarketOpen: number,
    regularMarketDayHigh: number,
    regularMarketDayLow: number,
    regularMarketVolume: number,
    averageDailyVolume3Month: number,
    marketCap: number,
    fiftyTwoWeekHigh: number,
    fiftyTwoWeekLow: number,
    regularMarketTime: time,
  })
  .optional();

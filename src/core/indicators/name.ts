import { z } from "zod";

/** Every indicator of the desk, as a tool call names it. */
export const indicatorNames = [
  "sma_50",
  "sma_200",
  "ema_10",
  "macd",
  "rsi_14",
  "bollinger",
  "atr_14",
  "adx_14",
  "stochastic",
  "obv",
  "mfi_14",
  "vwma_20",
] as const;

export const indicatorNameSchema = z.enum(indicatorNames);

export type IndicatorName = z.infer<typeof indicatorNameSchema>;

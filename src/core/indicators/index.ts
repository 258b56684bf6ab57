import { adx14 } from "./adx.ts";
import { atr14 } from "./atr.ts";
import { bollinger } from "./bollinger.ts";
import { ema10 } from "./ema.ts";
import type { Indicator } from "./indicator.ts";
import { macd } from "./macd.ts";
import { mfi14 } from "./mfi.ts";
import type { IndicatorName } from "./name.ts";
import { obv } from "./obv.ts";
import { rsi14 } from "./rsi.ts";
import { sma50, sma200 } from "./sma.ts";
import { stochastic } from "./stochastic.ts";
import { vwma20 } from "./vwma.ts";

export { noteOn } from "./indicator.ts";
export { type IndicatorName, indicatorNameSchema, indicatorNames } from "./name.ts";

/** Every indicator by its name. */
export const indicators: Readonly<Record<IndicatorName, Indicator>> = {
  sma_50: sma50,
  sma_200: sma200,
  ema_10: ema10,
  macd,
  rsi_14: rsi14,
  bollinger,
  atr_14: atr14,
  adx_14: adx14,
  stochastic,
  obv,
  mfi_14: mfi14,
  vwma_20: vwma20,
};

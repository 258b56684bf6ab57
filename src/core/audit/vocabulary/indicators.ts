import type { Vocabulary } from "./vocabulary.ts";

const AVERAGE = "(simple)? (moving)? (average|averages|ma|sma|mean|line|dma)";
const BANDS = ["bollinger.upper", "bollinger.middle", "bollinger.lower"];
const MACD = ["macd.line", "macd.signal", "macd.histogram"];

/** Technical indicators. */
export const indicators: Vocabulary = [
  ["(50|fifty) (day|d|session|bar|period)? (simple|moving|average|ma|sma|dma|mean)", ["sma_50"]],
  [`(50|fifty) (day|d|session|bar|period)? ${AVERAGE}`, ["sma_50"]],
  ["(50 day|50d|50dma|sma50|sma 50|ma50)", ["sma_50"]],
  [`(200|two hundred) (day|d|session|bar|period)? ${AVERAGE}`, ["sma_200"]],
  ["(200 day|200d|200dma|sma200|sma 200|ma200)", ["sma_200"]],
  [`(50 day|50) and (200 day|200) (day)? ${AVERAGE}`, ["sma_50", "sma_200"]],
  ["(10 day|ten day) (exponential)? (moving)? (average|ema|ma)", ["ema_10"]],
  ["(ema|ema10|ema 10|10 ema|exponential average|exponential moving average)", ["ema_10"]],
  ["macd", MACD],
  ["macd line", ["macd.line"]],
  ["(macd)? signal (line)?", ["macd.signal"]],
  ["(macd)? histogram", ["macd.histogram"]],
  ["(rsi|rsi14|rsi 14|14 day rsi|relative strength index|relative strength)", ["rsi_14"]],
  ["bollinger (bands?)?", BANDS],
  ["upper (bollinger)? band", ["bollinger.upper"]],
  ["(middle|mid) (bollinger)? band", ["bollinger.middle"]],
  ["lower (bollinger)? band", ["bollinger.lower"]],
  ["(bollinger)? bands", BANDS],
  ["(upper and lower|lower and upper) (bollinger)? bands?", ["bollinger.upper", "bollinger.lower"]],
  [
    "(atrs?|atr14|atr 14|14 day atr|average true range|true range|usual day|typical day|daily range)",
    ["atr_14"],
  ],
  ["such days", ["atr_14"]],
  ["(adx|adx14|adx 14|14 day adx|average directional index|directional index)", ["adx_14"]],
  ["(stochastics?|stochastic oscillator)", ["stochastic.k", "stochastic.d"]],
  ["(stochastic)? (%k|percent k)", ["stochastic.k"]],
  ["(stochastic)? (%d|percent d)", ["stochastic.d"]],
  ["(stochastic k|fast stochastic)", ["stochastic.k"]],
  ["(stochastic d|slow stochastic)", ["stochastic.d"]],
  ["(obv|on balance volume)", ["obv"]],
  ["(mfi|mfi14|mfi 14|14 day mfi|money flow index|money flow)", ["mfi_14"]],
  ["(vwma|vwma20|vwma 20|20 day vwma)", ["vwma_20"]],
  ["volume weighted (moving)? (average|mean) (price)?", ["vwma_20"]],
];

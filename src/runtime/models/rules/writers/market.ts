import type { AnalystWriter, Essential } from "../analyst-writer.ts";
import type { Evidence, Quantity } from "../evidence.ts";
import { levels } from "./market/levels.ts";
import { momentum } from "./market/momentum.ts";
import { trend } from "./market/trend.ts";
import { volatility } from "./market/volatility.ts";
import { volume } from "./market/volume.ts";

/** The indicator that brings each fact. */
const INDICATORS = {
  sma_50: "sma_50",
  sma_200: "sma_200",
  adx_14: "adx_14",
  "macd.line": "macd",
  rsi_14: "rsi_14",
  "bollinger.upper": "bollinger",
  atr_14: "atr_14",
  obv: "obv",
  mfi_14: "mfi_14",
} as const;

/** Reads the chart: trend, momentum, volatility, volume, levels. */
export const market: AnalystWriter = {
  verdict: (symbol) => ({
    bullish: `the chart of ${symbol} points up`,
    neutral: `the chart of ${symbol} gives no clear direction`,
    bearish: `the chart of ${symbol} points down`,
  }),
  essentials: [
    { path: "price.close", tool: "get_price_history" },
    ...Object.entries(INDICATORS).map(
      ([path, indicator]): Essential => ({ path, tool: "get_indicator", args: { indicator } }),
    ),
  ],
  topics: [trend, momentum, volatility, volume, levels],
  wouldChange(evidence, stance) {
    const { below, above } = nearestLevels(evidence);
    const falls = below && `a close below ${below.text} (${below.name})`;
    const rises = above && `a close above ${above.text} (${above.name})`;
    if (stance === "neutral") {
      if (falls === null || rises === null) return falls ?? rises;
      return `${rises} would speak for a rise, ${falls} for a fall`;
    }
    const crossing = macdCrossing(evidence, stance === "bullish");
    const level = stance === "bullish" ? falls : rises;
    return level === null ? crossing : `${level}${crossing === null ? "" : `, or ${crossing}`}`;
  },
};

/** The MACD line turning against the stance; null where it is on the other side already. */
function macdCrossing({ number }: Evidence, downwards: boolean): string | null {
  const [line, signal] = [number("macd.line"), number("macd.signal")];
  if (line === null || signal === null || line.value > signal.value !== downwards) return null;
  return `the MACD line crossing ${downwards ? "below" : "above"} its signal line (now ${line.text} against ${signal.text})`;
}

interface Level extends Quantity {
  readonly name: string;
}

/** The nearest known level on each side of the price. */
function nearestLevels({ number }: Evidence): { below: Level | null; above: Level | null } {
  const close = number("price.close");
  if (close === null) return { below: null, above: null };
  const levels = (
    [
      ["support, the low of 20 bars", "price.support_20"],
      ["resistance, the high of 20 bars", "price.resistance_20"],
      ["the 50-day average", "sma_50"],
      ["the 200-day average", "sma_200"],
    ] as const
  )
    .flatMap(([name, path]) => {
      const level = number(path);
      return level === null ? [] : [{ ...level, name }];
    })
    .toSorted((a, b) => a.value - b.value);
  return {
    below: levels.findLast(({ value }) => value < close.value) ?? null,
    above: levels.find(({ value }) => value > close.value) ?? null,
  };
}

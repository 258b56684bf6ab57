import type { Stance } from "#core/report.ts";
import type { AnalystWriter, Essential } from "../analyst-writer.ts";
import type { Evidence } from "../evidence.ts";
import { kindOf } from "../instrument.ts";
import { isTheMarket } from "../the-market.ts";
import { across, onSide } from "../turning.ts";
import { size } from "../wording.ts";
import { nerves } from "./macro/nerves.ts";
import { rates } from "./macro/rates.ts";
import { sector } from "./macro/sector.ts";
import { stocks } from "./macro/stocks.ts";

/** The series that there is for every symbol, and a fact of each. */
const SERIES = {
  "macro.sp500.level": "sp500",
  "macro.vix.level": "vix",
  "macro.ten_year.level": "ten_year",
} as const;

/** Reads the backdrop: index, volatility index, ten-year yield, sector. */
export const macro: AnalystWriter = {
  verdict(symbol, evidence) {
    const isCoin = kindOf(evidence) === "coin";
    const backdrop = isCoin
      ? "the backdrop for risk assets, which crypto-currencies are taken for here,"
      : "the backdrop";
    return {
      bullish: `${backdrop} helps ${symbol}`,
      neutral: `${backdrop} neither helps nor hurts ${symbol}`,
      bearish: `${backdrop} hurts ${symbol}`,
    };
  },
  essentials: Object.entries(SERIES).map(
    ([path, series]): Essential => ({
      path,
      tool: "get_macro",
      args: { series },
      riskAssetOnly: true,
    }),
  ),
  topics: [stocks, nerves, rates, sector],
  wouldChange(evidence, stance) {
    const conditions = [indexTurn(evidence, stance), nerveTurn(evidence, stance)].filter(
      (condition) => condition !== null,
    );
    return conditions.length === 0 ? null : conditions.join(", or ");
  },
};

/** The S&P 500 at its 200-day average, which its level and its distance give; else at its level. */
function indexTurn(evidence: Evidence, stance: Stance): string | null {
  const { number } = evidence;
  const [level, gap] = [number("macro.sp500.level"), number("macro.sp500.from_sma_200")];
  if (level === null || gap === null || isTheMarket(evidence)) return null;
  const side = stance === "neutral" ? (gap.value > 0 ? "below" : "above") : across(stance);
  if ((side === "below") !== gap.value > 0) {
    return `the S&P 500 ${side} its present ${level.text} points for good`;
  }
  const average = size({ ...level, value: level.value / (1 + gap.value / 100) });
  return `the S&P 500 ${side} its 200-day average, about ${average} points`;
}

/** The VIX at its average of one year; where the stance is neutral, on the side where it is not. */
function nerveTurn({ number }: Evidence, stance: Stance): string | null {
  const [level, average] = [number("macro.vix.level"), number("macro.vix.average_1y")];
  if (level === null || average === null) return null;
  const side = {
    bullish: "above",
    neutral: level.value > average.value ? "below" : "above",
    bearish: "below",
  } as const;
  return `a VIX ${onSide(side[stance], level.value, average.value)} its average of ${average.text}`;
}

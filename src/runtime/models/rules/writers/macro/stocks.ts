import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { type Observation, observation, remark } from "../../observation.ts";
import { changesOver } from "../../spans.ts";
import { isTheMarket } from "../../the-market.ts";
import * as say from "../../wording.ts";

/** Distances and changes, in percent, that count in full. */
const LARGE_GAP = 6;
const LARGE_QUARTER = 8;

export const stocks: Topic = {
  title: "The market",
  noun: "the market as a whole",
  riskAssetOnly: true,
  needs: {
    "macro.sp500.level": "the level of the S&P 500",
    "macro.sp500.from_sma_200": "the S&P 500's distance from its 200-day average",
    "macro.sp500.change_3m": "the S&P 500's change over three months",
  },
  observe: (evidence) =>
    isTheMarket(evidence)
      ? [
          remark(
            `${evidence.symbol} is the market as a whole: its own trend is the chart's matter and does not count again here.`,
          ),
        ]
      : [tide(evidence), pace(evidence)],
};

function tide({ number }: Evidence): Observation | null {
  const [level, gap] = [number("macro.sp500.level"), number("macro.sp500.from_sma_200")];
  if (gap === null) return null;
  const at = level === null ? "" : `, at ${level.text} points,`;
  return observation(
    `The tide is ${gap.value >= 0 ? "with" : "against"} stocks: the S&P 500${at} stands ${say.away(gap.value)} its 200-day average.`,
    gap.value / LARGE_GAP,
    2,
  );
}

function pace(evidence: Evidence): Observation | null {
  const changes = changesOver(evidence, "macro.sp500.change_");
  const judged =
    evidence.number("macro.sp500.change_3m") ?? evidence.number("macro.sp500.change_1m");
  if (changes === null) return null;
  const text = `The S&P 500 has ${changes}.`;
  return judged === null ? remark(text) : observation(text, judged.value / LARGE_QUARTER);
}

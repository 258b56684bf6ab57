import type { AnalystWriter } from "../analyst-writer.ts";
import { across } from "../turning.ts";
import { countWord } from "../wording.ts";
import { insiders } from "./sentiment/insiders.ts";
import { mood } from "./sentiment/mood.ts";
import { opinions, opinionsIn } from "./sentiment/opinions.ts";
import { shorts } from "./sentiment/shorts.ts";
import { targets } from "./sentiment/targets.ts";

/** Reads opinion: analysts and how they moved, targets, insiders, short sellers, headlines. */
export const sentiment: AnalystWriter = {
  verdict: (symbol) => ({
    bullish: `opinion is on the side of ${symbol}`,
    neutral: `opinion on ${symbol} is divided or indifferent`,
    bearish: `opinion is turned against ${symbol}`,
  }),
  essentials: [
    { path: "recommendations.0.buy", tool: "get_recommendations", companyOnly: true },
    { path: "stats.target_price_mean", tool: "get_key_statistics", companyOnly: true },
    { path: "news.count", tool: "get_news" },
  ],
  topics: [opinions, targets, insiders, shorts, mood],
  wouldChange(evidence, stance) {
    const now = opinionsIn(evidence, 0);
    const target = evidence.number("stats.target_price_mean");
    const more = { bullish: "fewer", neutral: "clearly more or fewer", bearish: "more" }[stance];
    const better = { bullish: "worse", neutral: "clearly better or worse", bearish: "better" }[
      stance
    ];
    const conditions = [
      ...(now === null
        ? []
        : [
            `${more} than the ${countWord(now.buys)} of ${countWord(now.total)} analysts that say buy`,
          ]),
      ...(target === null ? [] : [`a mean target ${across(stance)} ${target.text}`]),
    ];
    if (conditions.length > 0) return conditions.join(", or ");
    return evidence.knows("news.0") ? `headlines that read ${better} than these` : null;
  },
};

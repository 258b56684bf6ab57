import type { AnalystWriter } from "../analyst-writer.ts";
import { across } from "../turning.ts";
import { events } from "./news/events.ts";
import { freshness } from "./news/freshness.ts";
import { reaction } from "./news/reaction.ts";
import { tone } from "./news/tone.ts";

/** Reads the news: the headlines' tone and age, the price's answer, the next earnings. */
export const news: AnalystWriter = {
  verdict: (symbol) => ({
    bullish: `the news on ${symbol} helps`,
    neutral: `the news on ${symbol} settles nothing`,
    bearish: `the news on ${symbol} hurts`,
  }),
  essentials: [
    { path: "news.count", tool: "get_news" },
    { path: "price.change_1w", tool: "get_price_history" },
  ],
  topics: [tone, freshness, reaction, events],
  wouldChange({ text, number }, stance) {
    const [day, estimate, close] = [
      text("calendar.next_earnings"),
      number("calendar.eps_estimate"),
      number("price.close"),
    ];
    const expected =
      estimate === null ? "what is expected" : `the ${estimate.text} a share expected`;
    const tone = { bullish: "badly", neutral: "clearly well or badly", bearish: "well" }[stance];
    const conditions = [
      ...(day === null ? [] : [`a report on ${day} ${across(stance)} ${expected}`]),
      `headlines that read ${tone}${close === null ? "" : ` with a price ${across(stance)} ${close.text} to agree with them`}`,
    ];
    return conditions.join(", or ");
  },
};

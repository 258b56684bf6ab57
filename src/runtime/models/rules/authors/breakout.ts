import { type MarketSense, percent, rough, windowOf } from "./market-sense.ts";
import { program, type WrittenStrategy } from "./program.ts";
import { averageTrueRange, channel } from "./snippets.ts";

const BODY = `const trueRange = averageTrueRange(RANGE);

function execute_trade(market, portfolio) {
  const { high, low, close } = market;
  const price = close[close.length - 1];
  const range = trueRange(market);
  if (close.length <= ENTRY) return 0;

  if (portfolio.shares > 0) return price < lowestBefore(low, EXIT) ? -portfolio.shares : 0;
  if (price <= highestBefore(high, ENTRY)) return 0;
  const weight = Math.min(1, (USUAL_RANGE * price) / range);
  return (weight * portfolio.equity) / price;
}`;

/** Donchian's channels: in above the highest high of some weeks, out below the lowest low of fewer. */
export function breakout(sense: MarketSense): WrittenStrategy {
  const entry = windowOf(40, sense, 0.5);
  const exit = Math.round(entry / 2);
  const range = rough(sense.dailyRange);
  return {
    reasons: [
      `A close above all of the last ${entry} bars' highs shows that sellers are gone: buy it, and hold until a close below the lows of the last ${exit}, a channel half as long, so that less is given back.`,
      `With an average true range of ${percent(range)}, as a day has here, all of the equity is used; with more of it, less.`,
    ],
    code: program({
      idea: "Breakout: in above the channel of past highs, out below the shorter one of lows.",
      parameters: { ENTRY: entry, EXIT: exit, RANGE: 14, USUAL_RANGE: range },
      body: BODY,
      snippets: [channel, averageTrueRange],
    }),
  };
}

import type { AuthorStyle } from "#core/contest/author.ts";
import { readMarketBrief } from "#core/contest/market-brief.ts";
import { blend } from "./blend.ts";
import { breakout } from "./breakout.ts";
import { type MarketSense, senseOf } from "./market-sense.ts";
import { meanReversion } from "./mean-reversion.ts";
import { momentum } from "./momentum.ts";
import type { WrittenStrategy } from "./program.ts";
import { trendFollowing } from "./trend-following.ts";
import { volatility } from "./volatility.ts";

const writers: Readonly<Record<AuthorStyle, (sense: MarketSense) => WrittenStrategy>> = {
  "trend-following": trendFollowing,
  "mean-reversion": meanReversion,
  breakout,
  momentum,
  volatility,
  blend,
};

/** A built-in author's answer to a request: why, and its program in a fenced block. */
export function writeStrategy(style: AuthorStyle, request: string): string {
  const sense = senseOf(readMarketBrief(request));
  const { reasons, code } = writers[style](sense);
  return `${[...reasons, sense.basis].join(" ")}\n\n\`\`\`js\n${code}\n\`\`\``;
}

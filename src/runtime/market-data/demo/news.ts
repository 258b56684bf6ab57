import type { NewsItem } from "#core/news.ts";
import { nameOf } from "./company.ts";
import type { PriceRun } from "./prices.ts";
import { type Random, seededRandom } from "./random.ts";
import { SOURCE } from "./source.ts";

const HEADLINES = 10;
const DAYS_OF_TONE = 5;
/** A move over the days of tone below which nobody writes of a rise or fall, in percent. */
const NOTABLE = 1;

const rising = [
  "gains %d in five days of invented trading",
  "climbs %d as imagined buyers return",
  "up %d: the made-up optimism goes on",
] as const;
const falling = [
  "loses %d in five days of invented trading",
  "slides %d as imagined buyers step back",
  "down %d: the made-up worries go on",
] as const;
const resting = [
  "hardly moves in five days of invented trading",
  "waits for direction, says a commentator who does not exist",
  "goes sideways in a market that is made up",
] as const;

/** One headline for each of the last ten days of trading, leaning with the price; newest first. */
export function newsOf(symbol: string, { bars }: PriceRun): NewsItem[] {
  return bars
    .slice(-HEADLINES)
    .map(({ date, close }, at, { length }) => {
      const random = seededRandom(`${symbol} news ${date}`);
      const earlier = bars.at(at - length - DAYS_OF_TONE)?.close ?? close;
      const minute = String(random.whole(0, 59)).padStart(2, "0");
      return {
        title: `${nameOf(symbol)} ${phrase(100 * (close / earlier - 1), random)}`,
        publisher: "Demo Wire",
        url: null,
        publishedAt: `${date}T21:${minute}:00.000Z`,
        source: SOURCE,
      };
    })
    .reverse();
}

function phrase(percent: number, random: Random): string {
  const size = `${Math.abs(percent).toFixed(1)}%`;
  if (percent > NOTABLE) return random.pick(rising).replace("%d", size);
  if (percent < -NOTABLE) return random.pick(falling).replace("%d", size);
  return random.pick(resting);
}

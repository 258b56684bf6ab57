import { addDays } from "#core/day.ts";
import { figure } from "#core/figure.ts";
import type { NewsItem } from "#core/news.ts";
import { priceChange } from "#core/price-change.ts";
import { nameOf } from "./company.ts";
import { adjustForDividends, type PriceRun } from "./prices.ts";
import { type Random, seededRandom } from "./random.ts";
import { SOURCE } from "./source.ts";

const HEADLINES = 10;
/** As many days as the headlines and a week before them may take. */
const DAYS_READ = 60;
/** A move over a week below which nobody writes of a rise or fall, in percent. */
const NOTABLE = 1;

const rising = [
  "gains %d in a week of invented trading",
  "climbs %d as imagined buyers return",
  "up %d: the made-up optimism goes on",
] as const;
const falling = [
  "loses %d in a week of invented trading",
  "slides %d as imagined buyers step back",
  "down %d: the made-up worries go on",
] as const;
const resting = [
  "hardly moves in a week of invented trading",
  "waits for direction, says a commentator who does not exist",
  "goes sideways in a market that is made up",
] as const;

/**
 * One headline for each of the last ten days of trading, newest first, leaning with the change of
 * the adjusted close over the week; none for a day less than a week after the market's opening.
 */
export function newsOf(symbol: string, run: PriceRun): NewsItem[] {
  const last = run.bars.at(-1)?.date;
  if (last === undefined) return [];
  const candles = adjustForDividends(run, addDays(last, -DAYS_READ));
  return candles
    .slice(-HEADLINES)
    .flatMap(({ date }, at, { length }) => {
      const { value } = priceChange(candles.slice(0, candles.length - length + at + 1), "1w");
      if (value === null) return [];
      const random = seededRandom(`${symbol} news ${date}`);
      const minute = String(random.whole(0, 59)).padStart(2, "0");
      return {
        title: `${nameOf(symbol)} ${phrase(value, random)}`,
        publisher: "Demo Wire",
        url: null,
        publishedAt: `${date}T21:${minute}:00.000Z`,
        source: SOURCE,
      };
    })
    .reverse();
}

function phrase(percent: number, random: Random): string {
  const size = figure(Math.abs(percent), "percent");
  if (percent > NOTABLE) return random.pick(rising).replace("%d", size);
  if (percent < -NOTABLE) return random.pick(falling).replace("%d", size);
  return random.pick(resting);
}

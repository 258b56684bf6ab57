import { sourceWords } from "../../render/byline.ts";
import { counted } from "../../render/counted.ts";
import { ratioText } from "../../render/fractions.ts";
import { inline } from "../../render/inline.ts";
import type { ContestResult } from "../contest.ts";
import { aheadOf } from "./beaten.ts";

/** What has come of the contest, in one line. */
export function heading(result: ContestResult): string {
  return `# ${result.request.symbol}: ${outcome(result)}`;
}

function outcome(result: ContestResult): string {
  const { entries, standings, benchmark } = result;
  const best = standings.find(({ rank }) => rank === 1);
  if (best === undefined) {
    const some = entries.some(({ measured }) => measured !== null);
    return some ? "no strategy can be ranked" : "no strategy could be run";
  }
  const { sharpe = null } =
    entries.find(({ author }) => author === best.author)?.measured?.outOfSample ?? {};
  const figures = `Sharpe ${ratioText(sharpe)} out of sample, buy and hold ${ratioText(benchmark.outOfSample.sharpe)}`;
  return aheadOf(result, "sharpe").length === 0
    ? `nobody beat buy and hold by Sharpe ratio; first is ${inline(best.author)} (${figures})`
    : `${inline(best.author)} is first (${figures})`;
}

/** What was traded on, where it comes from, and how many took part. */
export function subheading({ bars, split, data, engine, entries }: ContestResult): string {
  const { dates } = bars;
  const measured = entries.filter((entry) => entry.measured !== null).length;
  return [
    `${dates[0]} to ${dates.at(-1)}, ${counted(dates.length, "bar", "bars")}`,
    `out of sample from ${split}`,
    `data: ${sourceWords(data)}`,
    `${measured} of ${counted(entries.length, "strategy", "strategies")} could be run`,
    ...(engine === null ? [] : [`run by ${inline(engine)}`]),
  ].join(" · ");
}

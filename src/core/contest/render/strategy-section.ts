import type { Metrics } from "../../backtest/metrics.ts";
import { figure } from "../../figure.ts";
import { bullets } from "../../render/bullets.ts";
import { counted } from "../../render/counted.ts";
import { duration } from "../../render/duration.ts";
import { gainText, partText, ratioText } from "../../render/fractions.ts";
import { inline } from "../../render/inline.ts";
import { strategyFile } from "../author.ts";
import type { Entry, Standing } from "../contest.ts";
import { ideaOf } from "./idea.ts";

/** What a reader may want to know of one strategy beside its place. */
export function strategySection(
  entry: Entry,
  { rank }: Pick<Standing, "rank">,
  currency: string | null,
): string {
  const { author, measured, failure, warnings } = entry;
  const place = rank === null ? "not ranked" : `rank ${rank}`;
  const lines = [
    authorLine(entry),
    ...ideaLine(entry),
    ...(failure === null
      ? []
      : [`Failed in ${failure.step} (${failure.reason}): ${failure.message}`]),
    ...(measured === null ? [] : wholeLines(measured.whole, entry.open.length, currency)),
    ...warnings.map((warning) => `Warning: ${warning}`),
  ];
  return `### ${inline(author)}: ${place}\n\n${bullets(lines)}`;
}

function authorLine({ author, model, code, repaired, startedAt, endedAt }: Entry): string {
  return [
    `Model: ${model}`,
    `took ${duration(Date.parse(endedAt) - Date.parse(startedAt))}`,
    ...(repaired ? ["repaired: its first answer could not be run"] : []),
    code === null ? "wrote no code" : `code: ${strategyFile(author)}`,
  ].join(" · ");
}

function ideaLine({ code }: Entry): string[] {
  const idea = code === null ? null : ideaOf(code);
  return idea === null ? [] : [`Idea, in its own words: ${idea}`];
}

function wholeLines(metrics: Metrics, open: number, currency: string | null): string[] {
  const { exposure, costsPaid, winRate, profitFactor, expectancy, bestTrade, worstTrade } = metrics;
  return [
    [
      `Over all bars: ${gainText(metrics.totalReturn)}`,
      `exposure ${partText(exposure)}`,
      `costs paid ${figure(costsPaid, "currency", currency)}`,
    ].join(" · "),
    [
      `${counted(metrics.trades, "closed trade", "closed trades")}, ${open === 0 ? "nothing" : "something"} still held`,
      `win rate ${partText(winRate)}`,
      `profit factor ${ratioText(profitFactor)}`,
      `mean trade ${gainText(expectancy)}`,
      `best ${gainText(bestTrade)}`,
      `worst ${gainText(worstTrade)}`,
    ].join(" · "),
  ];
}

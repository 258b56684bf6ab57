import type { Metrics } from "../../backtest/metrics.ts";
import { figure } from "../../figure.ts";
import { bullets } from "../../render/bullets.ts";
import { counted } from "../../render/counted.ts";
import { duration } from "../../render/duration.ts";
import { gainText, partText, ratioText } from "../../render/fractions.ts";
import { inline } from "../../render/inline.ts";
import { strategyFile } from "../author.ts";
import type { Entry } from "../contest.ts";
import { ideaOf } from "./idea.ts";
import type { Placed } from "./placed.ts";
import { repairWords } from "./repair-words.ts";

/** Of an answer that is no strategy, in characters. */
const SHOWN = 160;

/** What a reader may want to know of one strategy beside its place. */
export function strategySection({ entry, standing }: Placed, currency: string | null): string {
  const { author, measured, failure, warnings } = entry;
  const { rank } = standing;
  const repair = repairWords(entry);
  const place = rank === null ? "not ranked" : `rank ${rank}`;
  const lines = [
    authorLine(entry),
    ...ideaLine(entry),
    ...answerLine(entry),
    ...(repair === null ? [] : [repair]),
    ...(failure === null
      ? []
      : [`Failed in ${failure.step} (${failure.reason}): ${failure.message}`]),
    ...(measured === null ? [] : wholeLines(measured.whole, entry.open.length, currency)),
    ...warnings.map((warning) => `Warning: ${warning}`),
  ];
  return `### ${inline(author)}: ${place}\n\n${bullets(lines)}`;
}

function authorLine({ author, model, code, answer, startedAt, endedAt }: Entry): string {
  return [
    `Model: ${model}`,
    `took ${duration(Date.parse(endedAt) - Date.parse(startedAt))}`,
    ...(code === null ? [] : [`code: ${strategyFile(author)}`]),
    ...(code === null && answer === null ? ["wrote no code"] : []),
  ].join(" · ");
}

function ideaLine({ code }: Entry): string[] {
  const idea = code === null ? null : ideaOf(code);
  return idea === null ? [] : [`Idea, in its own words: ${idea}`];
}

function answerLine({ author, answer }: Entry): string[] {
  if (answer === null) return [];
  const shown = answer.length > SHOWN ? `${answer.slice(0, SHOWN)}…` : answer;
  return [
    `What it answered; no strategy could be read from it (${strategyFile(author, "txt")}): ${shown}`,
  ];
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

import { bullets } from "../../render/bullets.ts";
import type { ContestResult } from "../contest.ts";
import { beatenText } from "./beaten.ts";
import { rankingTable } from "./ranking-table.ts";

/** Who has done how well in both periods, whether anyone beat buy and hold, and who is not ranked. */
export function rankingSection(result: ContestResult): string {
  const { dates } = result.bars;
  const place = dates.indexOf(result.split);
  return [
    "## Ranking",
    `Out of sample, ${dates[place]} to ${dates.at(-1)}: ${dates.length - place} bars that no author was shown. By the Sharpe ratio there:`,
    rankingTable(result, "outOfSample"),
    beatenText(result),
    `In sample, ${dates[0]} to ${dates[place - 1]}: ${place} bars that the strategies were written for. In the order of above:`,
    rankingTable(result, "inSample"),
    ...unrankedPart(result),
  ].join("\n\n");
}

function unrankedPart({ standings }: ContestResult): string[] {
  const reasons = standings.flatMap(({ author, unranked }) =>
    unranked === null ? [] : [`**${author}**: ${unranked}`],
  );
  return reasons.length === 0 ? [] : [`Not ranked:\n\n${bullets(reasons)}`];
}

import { bullets } from "../../render/bullets.ts";
import { inline } from "../../render/inline.ts";
import type { ContestResult } from "../contest.ts";
import { beatenIn } from "./beaten.ts";
import { placedIn } from "./placed.ts";
import { rankingTable } from "./ranking-table.ts";
import { unseenWords } from "./unseen-words.ts";

/** Who has done how well in both periods, whether anyone beat buy and hold, and who is not ranked. */
export function rankingSection(result: ContestResult): string {
  const { dates } = result.bars;
  const place = dates.indexOf(result.split);
  const { claim, detail } = beatenIn(result, inline);
  return [
    "## Ranking",
    `${unseenWords(result)} By the Sharpe ratio there; each curve is in a scale of its own:`,
    rankingTable(result, "outOfSample"),
    `**${claim}**${detail}`,
    `In sample, ${dates[0]} to ${dates[place - 1]}: ${place} bars that the strategies were written for. In the order of above, each curve again in a scale of its own:`,
    rankingTable(result, "inSample"),
    ...unrankedPart(result),
  ].join("\n\n");
}

function unrankedPart(result: ContestResult): string[] {
  const reasons = placedIn(result).flatMap(({ standing: { author, unranked } }) =>
    unranked === null ? [] : [`**${author}**: ${unranked}`],
  );
  return reasons.length === 0 ? [] : [`Not ranked:\n\n${bullets(reasons)}`];
}

import type { Brief } from "./brief-reader.ts";
import { type Action, chooseAction, conflicting, holding, outweighs, supporting } from "./vote.ts";
import * as say from "./wording.ts";

/** Why the views, or what the debate makes of them, add up to an action, as part of a sentence. */
export function reasonFor({ votes, viewless }: Brief, action: Action): string {
  const stance = supporting(action);
  const { length } = holding(votes, stance);
  if (votes.length === 0) return "no analyst has given a view to act on";
  if (action === "hold") {
    if (chooseAction(votes) !== "hold")
      return "the debate leaves too little of what the views lean to";
    if (length === votes.length) return "nobody on the desk leans either way";
    if (conflicting(votes)) return "bullish and bearish views come close to cancelling out";
    return "too few lean one way to act on it";
  }
  const desk = `${say.counted(votes.length, "analyst")}${viewless.length > 0 ? " with a view" : ""}`;
  if (votes.length === 1) return `the only view there is, is ${stance}`;
  if (length === votes.length) return `all ${desk} are ${stance}`;
  const [is, outweigh] = length === 1 ? ["is", "outweighs"] : ["are", "outweigh"];
  const lead = `${say.countWord(length)} of ${desk} ${is} ${stance} and`;
  if (outweighs(votes, stance)) return `${lead} ${outweigh} the rest`;
  const opposite = stance === "bullish" ? "bearish" : "bullish";
  const opponents = holding(votes, opposite).length;
  if (opponents === 0) return `${lead} none is ${opposite}`;
  return `${lead} ${outweigh} the ${say.countWord(opponents)} that ${opponents === 1 ? "is" : "are"} ${opposite}`;
}

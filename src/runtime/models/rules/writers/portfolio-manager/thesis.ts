import type { Brief } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import * as say from "../../wording.ts";
import type { Horizon } from "./horizon.ts";
import { keyPoint } from "./key-point.ts";
import { type Action, conflicting, holding, outweighs, supporting } from "./vote.ts";

/** Why, in three to six sentences: who says what, the figures that carry it, and for how long. */
export function writeThesis(
  brief: Brief,
  action: Action,
  horizon: Horizon,
  evidence: Evidence,
): string[] {
  const { votes } = brief;
  const name = evidence.symbol ?? "the symbol";
  if (votes.length === 0) {
    return [
      `Hold ${name}, since no analyst has given a view to act on.`,
      "A decision without views would be a guess, so there is no confidence in this one.",
      "Ask again when there are reports.",
    ];
  }
  const until = action === "hold" ? rangeLeft(evidence) : "";
  return [
    `${say.capitalised(action)} ${name}: ${reason(brief, action)}.`,
    `${say.capitalised(sides(brief))}.`,
    ...keyPoints(brief, action, evidence),
    `The horizon is ${horizon.words}, ${horizon.why}${until}.`,
  ];
}

function reason({ votes, viewless }: Brief, action: Action): string {
  const stance = supporting(action);
  const { length } = holding(votes, stance);
  if (action === "hold") {
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

function sides({ votes, viewless }: Brief): string {
  const held = (["bullish", "bearish", "neutral"] as const).map((stance) => ({
    stance,
    names: holding(votes, stance).map(
      ({ analyst, confidence }) => `${analyst} (${say.twoDecimals(confidence)})`,
    ),
  }));
  return [...held, { stance: "without a view", names: viewless }]
    .filter(({ names }) => names.length > 0)
    .map(({ stance, names }) => `${stance} ${names.length === 1 ? "is" : "are"} ${say.list(names)}`)
    .join("; ");
}

/** What the two surest supporters and the surest opponent wrote; for a hold, one of each side. */
function keyPoints({ votes, reports }: Brief, action: Action, evidence: Evidence): string[] {
  const [ours, theirs] =
    action === "sell" ? (["bearish", "bullish"] as const) : (["bullish", "bearish"] as const);
  const best = (stance: typeof ours) =>
    holding(votes, stance).flatMap((vote) => {
      return keyPoint(vote, reports.get(vote.analyst) ?? "", evidence) ?? [];
    });
  const [first, second] = best(ours);
  const [counter] = best(theirs);
  const opposed = counter === undefined ? [] : [`Against it: ${say.uncapitalised(counter)}`];
  if (first === undefined) return opposed;
  if (action === "hold") return [`In its favour: ${say.uncapitalised(first)}`, ...opposed];
  const opposition = opposed.map((text) => text.replace(/^Against it:/, "Against that:"));
  return [first, ...(second === undefined ? [] : [second]), ...opposition];
}

function rangeLeft({ number }: Evidence): string {
  const [high, low] = [number("price.resistance_20"), number("price.support_20")];
  if (high === null || low === null) return "";
  return `; a close above ${high.text} or below ${low.text}, the range of 20 bars, would call for a new look sooner`;
}

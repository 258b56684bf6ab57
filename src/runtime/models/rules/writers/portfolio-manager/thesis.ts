import { observationsOf } from "../../analyst-writer.ts";
import type { Vote } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import type { Observation } from "../../observation.ts";
import * as say from "../../wording.ts";
import { analystWriters } from "../index.ts";
import type { Horizon } from "./horizon.ts";
import { type Action, conflicting, holding, stanceSigns, supporting } from "./vote.ts";

/** Why, in three to six sentences: who says what, the figures that carry it, and for how long. */
export function writeThesis(
  votes: readonly Vote[],
  action: Action,
  horizon: Horizon,
  evidence: Evidence,
): string[] {
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
    `${say.capitalised(action)} ${name}: ${reason(votes, action)}.`,
    `${say.capitalised(sides(votes))}.`,
    ...keyPoints(votes, action, evidence),
    `The horizon is ${horizon.words}, ${horizon.why}${until}.`,
  ];
}

function reason(votes: readonly Vote[], action: Action): string {
  const stance = supporting(action);
  const { length } = holding(votes, stance);
  if (action === "hold") {
    if (length === votes.length) return "nobody on the desk leans either way";
    if (conflicting(votes)) return "bullish and bearish views come close to cancelling out";
    return "too few lean one way to act on it";
  }
  const share = length === votes.length ? "all" : say.countWord(length);
  if (votes.length === 1) return `the only view there is, is ${stance}`;
  return `${share} of ${say.counted(votes.length, "analyst")} ${length === 1 ? "is" : "are"} ${stance}${length === votes.length ? "" : " and outweigh the rest"}`;
}

function sides(votes: readonly Vote[]): string {
  return (["bullish", "bearish", "neutral"] as const)
    .map((stance) => ({ stance, holders: holding(votes, stance) }))
    .filter(({ holders }) => holders.length > 0)
    .map(({ stance, holders }) => {
      const names = holders.map((one) => `${one.analyst} (${one.confidence.toFixed(2)})`);
      return `${stance} ${holders.length === 1 ? "is" : "are"} ${say.list(names)}`;
    })
    .join("; ");
}

/** The best figure of the two surest supporters and of the surest opponent; for a hold, of each side. */
function keyPoints(votes: readonly Vote[], action: Action, evidence: Evidence): string[] {
  const [ours, theirs] =
    action === "sell" ? (["bearish", "bullish"] as const) : (["bullish", "bearish"] as const);
  const best = (stance: typeof ours) =>
    holding(votes, stance).flatMap((vote) => strongest(vote, evidence)?.text ?? []);
  const [first, second] = best(ours);
  const [counter] = best(theirs);
  const opposed = counter === undefined ? [] : [`Against it: ${say.uncapitalised(counter)}`];
  if (first === undefined) return opposed;
  if (action === "hold") return [`In its favour: ${say.uncapitalised(first)}`, ...opposed];
  const opposition = opposed.map((text) => text.replace(/^Against it:/, "Against that:"));
  return [first, ...(second === undefined ? [] : [second]), ...opposition];
}

/** What the facts give most in favour of an analyst's stance. */
function strongest({ analyst, stance }: Vote, evidence: Evidence): Observation | null {
  const force = (one: Observation) => one.signal * one.weight * stanceSigns[stance];
  const found = observationsOf(analystWriters[analyst].topics, evidence).filter(
    (one) => force(one) > 0,
  );
  return found.toSorted((a, b) => force(b) - force(a))[0] ?? null;
}

function rangeLeft({ number }: Evidence): string {
  const [high, low] = [number("price.resistance_20"), number("price.support_20")];
  if (high === null || low === null) return "";
  return `; a close above ${high.text} or below ${low.text}, the range of 20 bars, would call for a new look sooner`;
}

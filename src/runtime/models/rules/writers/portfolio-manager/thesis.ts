import type { Brief } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import type { Horizon } from "../../horizon.ts";
import { subjectOf } from "../../instrument.ts";
import { type Point, pointsTowards } from "../../points.ts";
import { bareSize, sizeText } from "../../position-size.ts";
import { opponentOf, outcomeOf } from "../../sides.ts";
import { type Action, holding, stanceSigns } from "../../vote.ts";
import { reasonFor } from "../../vote-reason.ts";
import * as say from "../../wording.ts";
import { heededOf, lastReviews } from "./reviews.ts";

/** A decision as far as it is drawn before it is put into words. */
export interface Drawn {
  readonly action: Action;
  readonly confidence: number;
  readonly horizon: Horizon;
}

/**
 * Why, in three to six sentences, with a debate in seven at most: who says what, the figures that
 * carry it, whose argument carried, which objection is heeded, and for how long.
 */
export function writeThesis(
  brief: Brief,
  { action, confidence, horizon }: Drawn,
  points: readonly Point[],
  evidence: Evidence,
): string[] {
  if (brief.votes.length === 0) {
    return [
      `Hold ${subjectOf(evidence)}, since no analyst has given a view to act on.`,
      "A decision without views would be a guess, so there is no confidence in this one.",
      "Ask again when there are reports.",
    ];
  }
  const until = action === "hold" ? rangeLeft(evidence) : "";
  const debated = [...debateCarried(brief, action), ...reviewsHeeded(brief, confidence)];
  return [
    `${say.capitalised(action)} ${subjectOf(evidence)}: ${reasonFor(brief, action)}.`,
    `${say.capitalised(sides(brief))}.`,
    ...keyPoints(brief, action, points, debated.length === 0 ? 2 : 1),
    ...debated,
    `The horizon is ${horizon.words}, ${horizon.why}${until}.`,
  ];
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

/** What the surest supporters and the surest opponent wrote; for a hold, one of each side. */
function keyPoints(
  { votes }: Brief,
  action: Action,
  points: readonly Point[],
  most: number,
): string[] {
  const [ours, theirs] =
    action === "sell" ? (["bearish", "bullish"] as const) : (["bullish", "bearish"] as const);
  const best = (stance: typeof ours) =>
    holding(votes, stance).flatMap(({ analyst }) => {
      const written = points.filter((point) => point.analyst === analyst);
      return pointsTowards(written, stanceSigns[stance])[0]?.text ?? [];
    });
  const supporting = best(ours).slice(0, most);
  const [first] = supporting;
  const [counter] = best(theirs);
  const opposed = counter === undefined ? [] : [`Against it: ${say.uncapitalised(counter)}`];
  if (first === undefined) return opposed;
  if (action === "hold") return [`In its favour: ${say.uncapitalised(first)}`, ...opposed];
  const opposition = opposed.map((text) => text.replace(/^Against it:/, "Against that:"));
  return [...supporting, ...opposition];
}

/** Whose argument carried, which the views may overrule. */
function debateCarried({ debate }: Brief, action: Action): string[] {
  const outcome = outcomeOf(debate);
  if (outcome === null) return [];
  const { winner, convictions } = outcome;
  if (winner === null) {
    return [
      `In the debate neither researcher carried, both with a conviction of ${say.twoDecimals(convictions.bull)}.`,
    ];
  }
  const loser = opponentOf(winner);
  const followed = { buy: "bull", hold: null, sell: "bear" }[action];
  const overruled =
    followed === null
      ? ", not far enough to act on"
      : followed === winner.name
        ? ""
        : ", but the views go first";
  return [
    `In the debate the ${winner.name} researcher's argument carried, with a conviction of ${say.twoDecimals(convictions[winner.name])} against the ${loser.name} researcher's ${say.twoDecimals(convictions[loser.name])}${overruled}.`,
  ];
}

/** Which reviewer's objection is followed, and what it makes of the plan's size. */
function reviewsHeeded({ plan, reviews }: Brief, confidence: number): string[] {
  if (plan === null || reviews.length === 0) return [];
  const heeded = heededOf(plan, reviews, confidence);
  const planned = sizeText(plan.size);
  if (heeded !== null) {
    const name = heeded.speaker.replaceAll("_", " ");
    return [
      `The ${name}'s objection is heeded: ${sizeText(heeded.size)} rather than the plan's ${bareSize(plan.size)}.`,
    ];
  }
  const last = lastReviews(reviews);
  const approving = last.filter(({ verdict }) => verdict === "approve").length;
  if (approving < last.length)
    return [`No reviewer's objection is heeded, and the plan's ${planned} stands.`];
  const everyone = { 1: "The one reviewer approves", 2: "Both reviewers approve" }[approving];
  const who = everyone ?? `All ${say.countWord(approving)} reviewers approve`;
  return [`${who} of the plan, which takes ${planned}.`];
}

function rangeLeft({ number }: Evidence): string {
  const [high, low] = [number("price.resistance_20"), number("price.support_20")];
  if (high === null || low === null) return "";
  return `; a close above ${high.text} or below ${low.text}, the range of 20 bars, would call for a new look sooner`;
}

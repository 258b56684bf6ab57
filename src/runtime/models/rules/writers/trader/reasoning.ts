import type { Plan } from "#core/debate.ts";
import type { Brief } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import type { Horizon } from "../../horizon.ts";
import { isTradeable, subjectOf } from "../../instrument.ts";
import { LARGEST, sizeText } from "../../position-size.ts";
import { opponentOf, outcomeOf } from "../../sides.ts";
import { levelText, stakeOf } from "../../stake.ts";
import { reasonFor } from "../../vote-reason.ts";
import * as say from "../../wording.ts";

/** Why this plan, in three to six sentences: the views, the debate, the levels, the size, the time. */
export function writeReasoning(
  plan: Omit<Plan, "reasoning">,
  brief: Brief,
  horizon: Horizon,
  evidence: Evidence,
): string[] {
  const { action } = plan;
  return [
    `${say.capitalised(action)} ${subjectOf(evidence)}: ${reasonFor(brief, action)}.`,
    ...debated(brief),
    ...way(plan, evidence),
    sizing(plan, evidence),
    `The horizon is ${horizon.words}, ${horizon.why}.`,
  ];
}

function debated({ debate }: Brief): string[] {
  const outcome = outcomeOf(debate);
  if (outcome === null) {
    return debate.length === 0
      ? []
      : ["Only one side of the debate was heard, so it decides nothing."];
  }
  const { winner, convictions } = outcome;
  if (winner === null) {
    return [
      `Bull and bear researcher argued with the same conviction, ${say.twoDecimals(convictions.bull)}.`,
    ];
  }
  const loser = opponentOf(winner);
  return [
    `The ${winner.name} researcher argued with more conviction than the ${loser.name} researcher, ${say.twoDecimals(convictions[winner.name])} against ${say.twoDecimals(convictions[loser.name])}.`,
  ];
}

function way({ action, levels }: Omit<Plan, "reasoning">, evidence: Evidence): string[] {
  const stake = stakeOf(action, levels);
  if (stake === null) return [];
  const price = (level: number) => levelText(level, levels, evidence);
  const lead = `From an entry of ${price(stake.entry)} the stop at ${price(stake.stop)} is ${say.percent(stake.risk)} away`;
  if (stake.gain === null) return [`${lead}, and the facts give no target.`];
  const { target, reward, ratio } = stake.gain;
  return [
    `${lead} and the target at ${price(target)} ${say.percent(reward)}, a reward to risk of ${say.twoDecimals(ratio)}.`,
  ];
}

function sizing({ action, levels, size }: Omit<Plan, "reasoning">, evidence: Evidence): string {
  if (action === "hold") return "A hold takes no position, so its size is none.";
  if (!isTradeable(evidence)) {
    return "What cannot be traded takes no position, so the size is none and the levels are to be watched.";
  }
  if (stakeOf(action, levels) === null) {
    return "Without a stop the loss has no bound, so the plan takes no position.";
  }
  if (size === 0) return "With next to no conviction behind it, the plan takes no position.";
  return size === LARGEST
    ? `The size is ${sizeText(size)}, the most that one position may take.`
    : `The size is ${sizeText(size)}: at the stop it loses half a percent of the portfolio, times the conviction behind the plan.`;
}

import { type Plan, planSchema } from "#core/debate.ts";
import type { Brief } from "../brief-reader.ts";
import type { Evidence } from "../evidence.ts";
import { type FormWriter, formWriter } from "../form-writer.ts";
import { chooseHorizon } from "../horizon.ts";
import { isTradeable } from "../instrument.ts";
import { positionSize, sizeText } from "../position-size.ts";
import { outcomeOf } from "../sides.ts";
import { stakeOf } from "../stake.ts";
import { tradeLevels } from "../trade-levels.ts";
import { type Action, chooseAction, confidenceIn } from "../vote.ts";
import { capitalised } from "../wording.ts";
import { writeReasoning } from "./trader/reasoning.ts";

/** Turns views and debate into a plan with prices and a size. */
export const trader: FormWriter = formWriter(planSchema, planFor, tell);

function planFor(brief: Brief, evidence: Evidence): Plan {
  const action = chooseAction(brief.votes, outcomeOf(brief.debate)?.tilt);
  const horizon = chooseHorizon(brief.votes, action, evidence);
  const levels = tradeLevels(evidence, action);
  const stake = isTradeable(evidence) ? stakeOf(action, levels) : null;
  const plan = {
    action,
    size: stake === null ? 0 : positionSize(stake, convictionIn(brief, action)),
    horizon: horizon.name,
    levels,
  };
  return { ...plan, reasoning: writeReasoning(plan, brief, horizon, evidence).join(" ") };
}

/** How much stands behind an action, 0 to 1: its side's last conviction, else what the views give. */
function convictionIn({ votes, debate }: Brief, action: Action): number {
  const outcome = outcomeOf(debate);
  if (outcome === null) return confidenceIn(votes, action);
  return outcome.convictions[action === "sell" ? "bear" : "bull"];
}

function tell({ action, size, reasoning }: Plan): string[] {
  return [`**${capitalised(action)}**, ${sizeText(size)}.`, reasoning];
}

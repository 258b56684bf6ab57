import { type Decision, decisionSchema } from "#core/decision.ts";
import type { Brief } from "../brief-reader.ts";
import type { Evidence } from "../evidence.ts";
import { type FormWriter, formWriter } from "../form-writer.ts";
import { chooseHorizon } from "../horizon.ts";
import { pointsIn } from "../points.ts";
import { outcomeOf } from "../sides.ts";
import { tradeLevels } from "../trade-levels.ts";
import { type Action, chooseAction } from "../vote.ts";
import { capitalised, twoDecimals } from "../wording.ts";
import { confidenceAfter } from "./portfolio-manager/confidence.ts";
import { lastReviews } from "./portfolio-manager/reviews.ts";
import { listRisks } from "./portfolio-manager/risks.ts";
import { writeThesis } from "./portfolio-manager/thesis.ts";

/** Draws the decision from the brief, from what was said of it, and from the facts. */
export const portfolioManager: FormWriter = formWriter(decisionSchema, decide, tell);

function decide(brief: Brief, evidence: Evidence): Decision {
  const action = chooseAction(brief.votes, outcomeOf(brief.debate)?.tilt);
  const horizon = chooseHorizon(brief.votes, action, evidence);
  const confidence = confidenceAfter(brief, action);
  const points = pointsIn(brief, evidence);
  const drawn = { action, confidence, horizon };
  return {
    action,
    confidence,
    horizon: horizon.name,
    thesis: writeThesis(brief, drawn, points, evidence).join(" "),
    risks: listRisks(brief, drawn, points, evidence),
    levels: levelsFor(brief, action, evidence),
  };
}

/** The plan's levels where it plans the same and more reviewers approve of it than reject it. */
function levelsFor({ plan, reviews }: Brief, action: Action, evidence: Evidence) {
  const last = lastReviews(reviews);
  const count = (verdict: "approve" | "reject") =>
    last.filter((review) => review.verdict === verdict).length;
  const planned = plan?.action === action && count("approve") > count("reject");
  return planned ? plan.levels : tradeLevels(evidence, action);
}

function tell({ action, confidence, thesis, risks }: Decision): string[] {
  return [
    `**${capitalised(action)}**, confidence ${twoDecimals(confidence)}.`,
    thesis,
    `**Risks**\n\n${risks.map((risk) => `- ${risk}`).join("\n")}`,
  ];
}

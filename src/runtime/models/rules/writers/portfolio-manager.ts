import type { Decision } from "#core/decision.ts";
import { readBrief } from "../brief-reader.ts";
import type { Evidence } from "../evidence.ts";
import { tradeLevels } from "../trade-levels.ts";
import { capitalised, twoDecimals } from "../wording.ts";
import { chooseHorizon } from "./portfolio-manager/horizon.ts";
import { listRisks } from "./portfolio-manager/risks.ts";
import { writeThesis } from "./portfolio-manager/thesis.ts";
import { chooseAction, confidenceIn } from "./portfolio-manager/vote.ts";

/** Draws the decision from a brief and the facts that came with it. */
export function decide(request: string, evidence: Evidence): Decision {
  const brief = readBrief(request);
  const action = chooseAction(brief.votes);
  const horizon = chooseHorizon(brief.votes, action, evidence);
  return {
    action,
    confidence: confidenceIn(brief, action),
    horizon: horizon.name,
    thesis: writeThesis(brief, action, horizon, evidence).join(" "),
    risks: listRisks(brief, action, horizon, evidence),
    levels: tradeLevels(evidence, action),
  };
}

/** The decision as prose, for a caller that bound no schema to fill. */
export function writeDecision(request: string, evidence: Evidence): string {
  const { action, confidence, thesis, risks } = decide(request, evidence);
  return [
    `**${capitalised(action)}**, confidence ${twoDecimals(confidence)}.`,
    thesis,
    `**Risks**\n\n${risks.map((risk) => `- ${risk}`).join("\n")}`,
  ].join("\n\n");
}

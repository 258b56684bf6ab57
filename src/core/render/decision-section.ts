import type { Plan } from "../debate.ts";
import type { AnalysisResult } from "../result.ts";
import type { Samples } from "../samples.ts";
import type { AuditedText } from "./audited-text.ts";
import { sectionBody } from "./section-body.ts";
import { horizonWords, levelText } from "./wording.ts";

/** The decision, how sure it may be, and what speaks against it. */
export function decisionSection(result: AnalysisResult, texts: AuditedText): string {
  const { decision, gaps, ceiling, samples, audit } = result;
  if (decision === null) {
    const why = gaps.find(({ analyst }) => analyst === "portfolio_manager");
    return `## Decision\n\nNone: ${why?.message ?? "the run ended before it was made"}.`;
  }
  const risks = decision.risks.map((text, index) => {
    return `- ${texts.line(`decision.risks.${index}`, text)}`;
  });
  return [
    `## Decision\n\n${texts.body("decision.thesis", decision.thesis)}`,
    levelsLine(decision.levels, "decision.levels", texts),
    `**What would prove it wrong:**\n\n${risks.join("\n")}`,
    ...(ceiling.reasons.length === 0
      ? []
      : [`**Confidence ceiling:** ${ceiling.value.toFixed(2)}: ${ceiling.reasons.join(", ")}.`]),
    ...(samples === null ? [] : [samplesPart(samples)]),
    `**Figures:** ${audit.figures}, of which ${audit.sourced} sourced, ${audit.derived} derived, ${audit.unsourced} unsourced.`,
  ].join("\n\n");
}

/** The levels of a decision or of a plan on one line. */
export function levelsLine(
  { currency, ...levels }: Plan["levels"],
  where: string,
  texts: AuditedText,
): string {
  const parts = (["entry", "stop", "target"] as const).map((name) => {
    return `${name} ${texts.line(`${where}.${name}`, levelText(levels[name], currency))}`;
  });
  return `**Levels:** ${parts.join(" · ")}`;
}

function samplesPart({
  asked,
  decided,
  agreement,
  actions,
  confidence,
  minority,
}: Samples): string {
  const chosen = Object.entries(actions)
    .filter(([, count]) => count > 0)
    .map(([action, count]) => `${count} ${action}`);
  const { lowest, median, highest } = confidence;
  const line = `**Samples:** ${decided} of ${asked} decided: ${chosen.join(", ")}; agreement ${agreement.toFixed(2)}; confidence ${lowest.toFixed(2)} to ${highest.toFixed(2)}, median ${median.toFixed(2)}.`;
  if (minority.length === 0) return line;
  const reasons = minority.map(({ action, confidence, horizon, thesis }) => {
    const head = `${action}, ${confidence.toFixed(2)} over ${horizonWords(horizon)}`;
    return `- **${head}:** ${sectionBody(thesis.replace(/\s+/g, " "))}`;
  });
  return `${line} The minority's reasons:\n\n${reasons.join("\n")}`;
}

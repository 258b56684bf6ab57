import type { Plan } from "../debate.ts";
import type { AnalysisResult } from "../result.ts";
import type { Samples } from "../samples.ts";
import type { AuditedText } from "./audited-text.ts";
import { inline } from "./inline.ts";
import { horizonWords, levelText, sentence } from "./wording.ts";

/** The decision, how sure it may be, and what speaks against it. */
export function decisionSection(result: AnalysisResult, texts: AuditedText): string {
  const { decision, gaps, samples, audit } = result;
  if (decision === null) {
    const why = gaps.find(({ analyst }) => analyst === "portfolio_manager");
    return `## Decision\n\nNone: ${sentence(inline(why?.message ?? "the run ended before it was made").trim())}`;
  }
  return [
    `## Decision\n\n${texts.body("decision.thesis", decision.thesis)}`,
    levelsLine(decision.levels, "decision.levels", texts),
    risksPart(decision.risks, texts),
    ...confidencePart(result),
    ...(samples === null ? [] : [samplesPart(samples, texts)]),
    `**Figures:** ${audit.figures}, of which ${audit.sourced} sourced, ${audit.derived} derived, ${audit.unsourced} unsourced.`,
  ].join("\n\n");
}

/** Why the confidence is not higher; nothing where nothing has held it down. */
function confidencePart({ decision, statedConfidence, ceiling }: AnalysisResult): string[] {
  const { value, reasons } = ceiling;
  const cut =
    decision !== null && statedConfidence !== null && statedConfidence > decision.confidence
      ? [`**Confidence:** the model stated ${statedConfidence.toFixed(2)}, more than it may.`]
      : [];
  const lowered =
    reasons.length === 0
      ? []
      : [`**Confidence ceiling:** ${value.toFixed(2)}: ${inline(reasons.join(", "))}.`];
  return [...cut, ...lowered];
}

function risksPart(risks: readonly string[], texts: AuditedText): string {
  const lines = risks.map((text, index) => `- ${texts.line(`decision.risks.${index}`, text)}`);
  return `**What would prove it wrong:**\n\n${lines.join("\n")}`;
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

function samplesPart(samples: Samples, texts: AuditedText): string {
  const { asked, decided, agreement, actions, confidence, minority } = samples;
  const chosen = Object.entries(actions)
    .filter(([, count]) => count > 0)
    .map(([action, count]) => `${count} ${action}`);
  const { lowest, median, highest } = confidence;
  const line = `**Samples:** ${decided} of ${asked} decided: ${chosen.join(", ")}; agreement ${agreement.toFixed(2)}; confidence ${lowest.toFixed(2)} to ${highest.toFixed(2)}, median ${median.toFixed(2)}.`;
  if (minority.length === 0) return line;
  const reasons = minority.map(({ action, confidence, horizon, thesis }, index) => {
    const head = `${action}, ${confidence.toFixed(2)} over ${horizonWords(horizon)}`;
    return `- **${head}:** ${texts.line(`samples.${index}`, thesis)}`;
  });
  return `${line} The minority's reasons:\n\n${reasons.join("\n")}`;
}

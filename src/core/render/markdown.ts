import { analystNames } from "../analyst.ts";
import type { DataFlag } from "../data-flag.ts";
import type { AnalystReport } from "../report.ts";
import type { AnalysisResult } from "../result.ts";
import type { Span } from "../span.ts";
import { type AuditedText, auditedText } from "./audited-text.ts";
import { costWords, DISCLAIMER, modelWords, sourceWords } from "./byline.ts";
import { debateSection, planSection, reviewsSection } from "./debate-section.ts";
import { decisionSection } from "./decision-section.ts";
import { gapsSection } from "./gaps-section.ts";
import { inline } from "./inline.ts";
import { noticesSection } from "./notices-section.ts";
import { printable } from "./printable.ts";
import { recordSection } from "./record-section.ts";
import { sourcesSection } from "./sources-section.ts";
import { renderTimeline } from "./timeline.ts";
import { horizonWords, titleOf } from "./wording.ts";

/** A whole analysis as Markdown for people, safe to print on a terminal. */
export function renderMarkdown(result: AnalysisResult, spans: readonly Span[]): string {
  const { data, reports, gaps, flags, debate, plan, reviews, record } = result;
  const texts = auditedText(result);
  const notice = data.notice === null ? null : inline(data.notice);
  const sections = [
    ...(notice === null ? [] : [`> **${notice}**`]),
    heading(result),
    subheading(result),
    historyLine(result),
    flagsPart(flags),
    decisionSection(result, texts),
    planSection(plan, texts),
    reviewsSection(reviews, texts),
    debateSection(debate, texts),
    ...reports.map((report) => reportSection(report, result.model, texts)),
    gapsSection(gaps),
    noticesSection(reports),
    recordSection(record),
    `## Timeline\n\n\`\`\`text\n${renderTimeline(spans, result.timeline)}\n\`\`\``,
    sourcesSection(texts),
    costWords(result),
    `*${[DISCLAIMER, notice].filter((text) => text !== null).join(" ")}*`,
  ];
  return `${printable(sections.filter((section) => section !== "").join("\n\n"))}\n`;
}

function heading({ symbol, decision }: AnalysisResult): string {
  if (decision === null) return `# ${symbol}: no decision`;
  const { action, confidence, horizon } = decision;
  return `# ${symbol}: ${action.toUpperCase()}, confidence ${confidence.toFixed(2)} over ${horizonWords(horizon)}`;
}

function subheading({ asOf, data, model, reports, gaps }: AnalysisResult): string {
  const missing = gaps.filter(({ analyst }) =>
    analystNames.some((name) => name === analyst),
  ).length;
  return `As of ${asOf} · data: ${sourceWords(data)} · model: ${modelWords(model)} · ${reports.length} of ${reports.length + missing} analysts reported`;
}

/** What a reader of times and costs must know of a run that was not made anew and in one go. */
function historyLine({ attempts, keptFrom }: AnalysisResult): string {
  const kept =
    keptFrom === null
      ? []
      : [
          `The reports of ${keptFrom.analysts.join(", ") || "nobody"} are those of run ${inline(keptFrom.run)}, with their times and costs.`,
        ];
  const resumed =
    attempts === 1 ? [] : [`Taken up ${attempts} times: it was cut off, and went on from there.`];
  return [...kept, ...resumed].join(" ");
}

/** What is amiss with the data, before anything that is made of it. */
function flagsPart(flags: readonly DataFlag[]): string {
  return flags
    .map(({ kind, message }) => {
      return `> **${titleOf(kind)} data:** ${inline(message)}`;
    })
    .join("\n>\n");
}

function reportSection(
  { analyst, stance, confidence, cut, model, text }: AnalystReport,
  models: string,
  texts: AuditedText,
): string {
  const sure = confidence === null ? "confidence not stated" : confidence.toFixed(2);
  const end = cut ? "\n\n*(cut off here by the model's output limit)*" : "";
  // Where every report is by the one model, the head of the report says so.
  const by = model === null || model === models ? "" : `*by ${inline(model)}*\n\n`;
  const head = `## ${titleOf(analyst)}: ${stance ?? "no stance stated"} (${sure})`;
  return `${head}\n\n${by}${texts.body(analyst, text)}${end}`;
}

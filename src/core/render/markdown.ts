import type { Decision } from "../decision.ts";
import { figure } from "../figure.ts";
import type { AnalystReport, Gap } from "../report.ts";
import type { AnalysisResult } from "../result.ts";
import type { Span } from "../span.ts";
import { duration } from "./duration.ts";
import { printable } from "./printable.ts";
import { sectionBody } from "./section-body.ts";
import { renderTimeline } from "./timeline.ts";

const HORIZONS: Readonly<Record<Decision["horizon"], string>> = {
  "1w": "one week",
  "1m": "one month",
  "3m": "three months",
  "6m": "six months",
  "12m": "twelve months",
};

const SOURCES = { yahoo: "Yahoo Finance", demo: "demo market (synthetic)" } as const;

const DISCLAIMER = "A research aid: no investment advice, and no order is placed.";

/** A whole analysis as Markdown for people, safe to print on a terminal. */
export function renderMarkdown(result: AnalysisResult, spans: readonly Span[]): string {
  const { data, reports, gaps } = result;
  const sections = [
    ...(data.notice === null ? [] : [`> **${data.notice}**`]),
    heading(result),
    subheading(result),
    decisionSection(result.decision, gaps),
    ...reports.map((report) => reportSection(report, result.model)),
    gapsSection(gaps),
    noticesSection(reports),
    `## Timeline\n\n\`\`\`text\n${renderTimeline(spans, result.timeline)}\n\`\`\``,
    costLine(result),
    `*${[DISCLAIMER, data.notice].filter((text) => text !== null).join(" ")}*`,
  ];
  return `${printable(sections.filter((section) => section !== "").join("\n\n"))}\n`;
}

function heading({ symbol, decision }: AnalysisResult): string {
  if (decision === null) return `# ${symbol}: no decision`;
  const { action, confidence, horizon } = decision;
  return `# ${symbol}: ${action.toUpperCase()}, confidence ${confidence.toFixed(2)} over ${HORIZONS[horizon]}`;
}

function subheading({ asOf, data, model, reports, gaps }: AnalysisResult): string {
  const missing = gaps.filter(({ analyst }) => analyst !== "portfolio_manager").length;
  const model_ = model === "rules" ? "rules (built in, no language model)" : model;
  return `As of ${asOf} · data: ${SOURCES[data.source]} · model: ${model_} · ${reports.length} of ${reports.length + missing} analysts reported`;
}

function decisionSection(decision: Decision | null, gaps: readonly Gap[]): string {
  if (decision === null) {
    const why = gaps.find(({ analyst }) => analyst === "portfolio_manager");
    return `## Decision\n\nNone: ${why?.message ?? "the run ended before it was made"}.`;
  }
  const { thesis, risks, levels } = decision;
  const level = (name: string, value: number | null) =>
    `${name} ${value === null ? "not set" : figure(value, "currency", levels.currency)}`;
  return [
    `## Decision\n\n${sectionBody(thesis)}`,
    `**Levels:** ${level("entry", levels.entry)} · ${level("stop", levels.stop)} · ${level("target", levels.target)}`,
    `**What would prove it wrong:**\n\n${bullets(risks)}`,
  ].join("\n\n");
}

function reportSection(
  { analyst, stance, confidence, cut, model, text }: AnalystReport,
  models: string,
): string {
  const title = analyst.charAt(0).toUpperCase() + analyst.slice(1);
  const sure = confidence === null ? "confidence not stated" : confidence.toFixed(2);
  const end = cut ? "\n\n*(cut off here by the model's output limit)*" : "";
  // Where every report is by the one model, the head of the report says so.
  const by = model === null || model === models ? "" : `*by ${model}*\n\n`;
  const head = `## ${title}: ${stance ?? "no stance stated"} (${sure})`;
  return `${head}\n\n${by}${sectionBody(text)}${end}`;
}

function gapsSection(gaps: readonly Gap[]): string {
  if (gaps.length === 0) return "";
  const rows = gaps.map(({ analyst, reason, message, startedAt, endedAt }) => {
    const ms = Date.parse(endedAt) - Date.parse(startedAt);
    return `**${analyst}** (${reason}, after ${duration(ms)}): ${message}`;
  });
  return `## Gaps\n\n${bullets(rows)}`;
}

function noticesSection(reports: readonly AnalystReport[]): string {
  const notices = [...new Set(reports.flatMap((report) => report.notices))];
  if (notices.length === 0) return "";
  return `## About the data\n\n${bullets(notices)}`;
}

/** One line each, whatever they hold. */
function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${sectionBody(text.replace(/\s+/g, " "))}`).join("\n");
}

function costLine({ usage, requests }: AnalysisResult): string {
  const tokens = (count: number | null) => (count === null ? "unknown" : String(count));
  const usd = usage.usd === null ? "unknown" : `${usage.usd.toFixed(4)} USD`;
  const input = `${tokens(usage.inputTokens)} in (${tokens(usage.cachedTokens)} cached)`;
  const output = `${tokens(usage.outputTokens)} out (${tokens(usage.reasoningTokens)} reasoning)`;
  return `Tokens: ${input}, ${output} · cost: ${usd} · data requests: ${requests.upstream} upstream, ${requests.cacheHits} from the cache, ${requests.coalesced} shared in flight`;
}

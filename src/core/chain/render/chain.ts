import { auditedText } from "../../render/audited-text.ts";
import { costWords, DISCLAIMER } from "../../render/byline.ts";
import { inline } from "../../render/inline.ts";
import { noticesSection } from "../../render/notices-section.ts";
import { printable } from "../../render/printable.ts";
import { sectionBody } from "../../render/section-body.ts";
import { sourcesSection } from "../../render/sources-section.ts";
import type { Span } from "../../span.ts";
import type { ChainResult } from "../chain-result.ts";
import { agentSections } from "./agent-section.ts";
import { heading, historyLine, subheading } from "./heading.ts";
import { gapsSection, skippedSection } from "./missing-sections.ts";
import { renderChainTimeline } from "./timeline.ts";

/** A whole run of a chain as Markdown for people, safe to print on a terminal. */
export function renderChain(result: ChainResult, spans: readonly Span[]): string {
  const { chain, input, data, outcomes, timeline } = result;
  const texts = auditedText(result);
  const notice = data === null || data.notice === null ? null : inline(data.notice);
  const sections = [
    notice === null ? "" : `> **${notice}**`,
    heading(result),
    subheading(result),
    chain.description === null ? "" : inline(chain.description),
    historyLine(result),
    input === "" ? "" : `## Input\n\n${sectionBody(printable(input))}`,
    ...agentSections(result, texts),
    gapsSection(result),
    skippedSection(result),
    noticesSection(outcomes),
    `## Timeline\n\n\`\`\`text\n${renderChainTimeline(spans, timeline)}\n\`\`\``,
    sourcesSection(texts),
    costWords(result),
    data === null ? "" : `*${[DISCLAIMER, notice].filter((text) => text !== null).join(" ")}*`,
  ];
  return `${printable(sections.filter((section) => section !== "").join("\n\n"))}\n`;
}

import { DISCLAIMER, usageWords } from "../../render/byline.ts";
import { inline } from "../../render/inline.ts";
import { printable } from "../../render/printable.ts";
import { rulesInWords } from "../../render/rules-in-words.ts";
import type { Span } from "../../span.ts";
import type { ContestResult } from "../contest.ts";
import { heading, subheading } from "./heading.ts";
import { meaningSection } from "./meaning-section.ts";
import { placedIn } from "./placed.ts";
import { rankingSection } from "./ranking-section.ts";
import { strategySection } from "./strategy-section.ts";
import { renderContestTimeline } from "./timeline.ts";

/** A whole contest as Markdown for people, safe to print on a terminal. */
export function renderContest(result: ContestResult, spans: readonly Span[]): string {
  const { request, currency, data, notices, timeline, usage } = result;
  const notice = data.notice === null ? [] : [inline(data.notice)];
  const strategies = placedIn(result).map((placed) => strategySection(placed, currency));
  const sections = [
    ...(notices.length === 0 ? [] : [notices.map((text) => `> **${inline(text)}**`).join("\n>\n")]),
    heading(result),
    subheading(result),
    inline(rulesInWords(request.rules, currency)),
    rankingSection(result),
    meaningSection(result),
    ["## Strategies", ...strategies].join("\n\n"),
    `## Timeline\n\n\`\`\`text\n${renderContestTimeline(spans, timeline)}\n\`\`\``,
    usageWords(usage),
    `*${[DISCLAIMER, ...notice].join(" ")}*`,
  ];
  return `${printable(sections.join("\n\n"))}\n`;
}

import { LONGEST_LAG_DAYS } from "../review/hindsight.ts";
import type { Review, ReviewPart, SourceReview } from "../review/review.ts";
import { counted } from "./counted.ts";
import { judgingRule } from "./judging-rule.ts";
import { printable } from "./printable.ts";
import { reviewedPart } from "./reviewed-part.ts";

const TITLES = { yahoo: "Decisions on Yahoo Finance data", demo: "Decisions on the demo market" };

const SYNTHETIC =
  "> **SYNTHETIC DATA: these decisions were made, and are scored, on the demo market's invented figures. They say nothing of any real market.**";

const HINDSIGHT = `More than ${LONGEST_LAG_DAYS} days lie between the day that each of these is as of and the day on which it was made, so that a model may remember what followed: they count in no figure of the decisions made at their time, and no run is told of them.`;

/** A review as Markdown that is also readable as it is, safe to print on a terminal. */
export function renderReview(review: Review): string {
  const { asOf, benchmark, sources, passedOver } = review;
  const sections = [
    `# Review of kept decisions as of ${asOf}`,
    rules(benchmark),
    ...sources.flatMap((source) => sourceSections(source, benchmark)),
    ...(passedOver === 0 ? [] : [renderPassedOver(passedOver)]),
  ];
  return `${printable(sections.join("\n\n"))}\n`;
}

/** What is said of entries of the memory that are no decisions. */
export function renderPassedOver(count: number): string {
  return `**${counted(count, "entry", "entries")} of the memory cannot be read; the rest is not affected.**`;
}

function rules(benchmark: string): string {
  return [
    `Each decision is held against ${benchmark} over its own horizon, by adjusted closes. Excess is its return less that of ${benchmark}. ${judgingRule(benchmark)}`,
    "Returns are each in the currency of its own prices; no exchange rates are applied.",
  ].join("\n");
}

function sourceSections(review: SourceReview, benchmark: string): string[] {
  const { source, synthetic, hindsight } = review;
  const section = (part: ReviewPart, title: string, ...notes: readonly string[]) =>
    part.decisions.length === 0
      ? []
      : [
          `## ${title}`,
          ...(synthetic ? [SYNTHETIC] : []),
          ...notes,
          ...reviewedPart(part, benchmark),
        ];
  return [
    ...section(review, TITLES[source]),
    ...section(hindsight, `${TITLES[source]}, made in hindsight`, HINDSIGHT),
  ];
}

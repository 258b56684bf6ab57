import type { SaidArgument, SaidPlan, SaidReview } from "../debate.ts";
import { figure } from "../figure.ts";
import type { AuditedText } from "./audited-text.ts";
import { levelsLine } from "./decision-section.ts";
import { horizonWords, titleOf } from "./wording.ts";

/** What bull and bear have argued, round by round; empty where nobody did. */
export function debateSection(debate: readonly SaidArgument[], texts: AuditedText): string {
  if (debate.length === 0) return "";
  const turns = debate.map(({ speaker, round, argument, concession, conviction }) => {
    const where = `${speaker}.${round}`;
    const granted =
      concession === null
        ? "*Grants the other side nothing.*"
        : `*Grants:* ${texts.line(`${where}.concession`, concession)}`;
    const head = `### ${titleOf(speaker)}, round ${round}: conviction ${conviction.toFixed(2)}`;
    return [head, texts.body(where, argument), granted].join("\n\n");
  });
  return ["## Debate", ...turns].join("\n\n");
}

/** The trader's plan; empty where there is none. */
export function planSection(plan: SaidPlan | null, texts: AuditedText): string {
  if (plan === null) return "";
  const { action, size, horizon, levels, reasoning } = plan;
  return [
    `## Plan: ${action.toUpperCase()}, ${figure(size, "percent")} of a portfolio over ${horizonWords(horizon)}`,
    texts.body("trader", reasoning),
    levelsLine(levels, "trader.levels", texts),
  ].join("\n\n");
}

/** What the plan's reviewers have said, round by round; empty where nobody did. */
export function reviewsSection(reviews: readonly SaidReview[], texts: AuditedText): string {
  if (reviews.length === 0) return "";
  const turns = reviews.map(({ speaker, round, verdict, size, argument }) => {
    const head = `### ${titleOf(speaker)}, round ${round}: ${verdict}, ${figure(size, "percent")}`;
    return `${head}\n\n${texts.body(`${speaker}.${round}`, argument)}`;
  });
  return ["## Reviews", ...turns].join("\n\n");
}

import { analystNames } from "../analyst.ts";
import type { Fact } from "../fact.ts";
import { researchers, reviewers } from "../role.ts";

type Stage = "reports" | "debate" | "plan";

/** What the desk has stated by then, besides what its tools have brought. */
const UNSAID: Readonly<Record<Stage, readonly string[]>> = {
  reports: ["desk.plan.", ...[...researchers, ...reviewers].map((role) => `desk.${role}.`)],
  debate: ["desk.plan.", ...reviewers.map((role) => `desk.${role}.`)],
  plan: [],
};

/** When a text was written, by what the audit calls it. */
export function stageOf(where: string): Stage {
  if (analystNames.some((name) => name === where)) return "reports";
  return researchers.some((role) => where.startsWith(role)) ? "debate" : "plan";
}

/** The facts that a text of a stage may be made of: nobody cites what is said after them. */
export function factsBy(stage: Stage, facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ path }) => !UNSAID[stage].some((unsaid) => path.startsWith(unsaid)));
}

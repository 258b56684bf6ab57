import { z } from "zod";
import { analystNames } from "./analyst.ts";

/** The two sides of the debate on the merged reports. */
export const researchers = ["bull_researcher", "bear_researcher"] as const;

/** Who reviews the trader's plan, from the boldest to the most careful. */
export const reviewers = [
  "aggressive_reviewer",
  "neutral_reviewer",
  "conservative_reviewer",
] as const;

/** Who speaks through a model: every node that asks one, in the order in which they are asked. */
export const roles = [
  ...analystNames.map((name) => `${name}_analyst` as const),
  ...researchers,
  "trader" as const,
  ...reviewers,
  "portfolio_manager" as const,
];

const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
export type Researcher = (typeof researchers)[number];
export type Reviewer = (typeof reviewers)[number];

const ROLE_LINE = /^Role: (\w+)(?:\n|$)/;

/** The line that opens a system prompt, so that a model without a chat history knows its part. */
export function roleLine(role: Role): string {
  return `Role: ${role}`;
}

/** The role that a system prompt opens with; null where it opens with none. */
export function readRole(systemPrompt: string): Role | null {
  return roleSchema.safeParse(ROLE_LINE.exec(systemPrompt)?.[1]).data ?? null;
}

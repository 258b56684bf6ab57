import { z } from "zod";
import { analystNames } from "./analyst.ts";

/** Who speaks through a model: an analyst's node or the portfolio manager's. */
export const roles = [
  ...analystNames.map((name) => `${name}_analyst` as const),
  "portfolio_manager" as const,
];

const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

const ROLE_LINE = /^Role: (\w+)(?:\n|$)/;

/** The line that opens a system prompt, so that a model without a chat history knows its part. */
export function roleLine(role: Role): string {
  return `Role: ${role}`;
}

/** The role that a system prompt opens with; null where it opens with none. */
export function readRole(systemPrompt: string): Role | null {
  return roleSchema.safeParse(ROLE_LINE.exec(systemPrompt)?.[1]).data ?? null;
}

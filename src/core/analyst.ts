import { z } from "zod";

/** The desk's analysts, in the order in which their reports are merged by default. */
export const analystNames = [
  "market",
  "fundamentals",
  "news",
  "sentiment",
  "macro",
  "risk",
] as const;

export const analystNameSchema = z.enum(analystNames);

export type AnalystName = z.infer<typeof analystNameSchema>;

/** The node of an analyst: the name of its role. */
export function analystNode(name: AnalystName): `${AnalystName}_analyst` {
  return `${name}_analyst`;
}

import type { AnalystReport } from "../report.ts";

/** What a report comes to. @example "bullish (0.70)" */
export function stanceWords({
  stance,
  confidence,
}: Pick<AnalystReport, "stance" | "confidence">): string {
  return `${stance ?? "no stance stated"} (${confidence?.toFixed(2) ?? "confidence not stated"})`;
}

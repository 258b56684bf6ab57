import type { Stance } from "#core/report.ts";

/** Which side of a level would turn a stance. @example across("bullish") // "below" */
export function across(stance: Stance): string {
  return { bullish: "below", neutral: "clearly above or below", bearish: "above" }[stance];
}

import type { Stance } from "#core/report.ts";

/** Which side of a level would turn a stance. @example across("bullish") // "below" */
export function across(stance: Stance): string {
  return { bullish: "below", neutral: "clearly above or below", bearish: "above" }[stance];
}

/** A side of a level, as a thing to come. @example onSide("above", 5, 3) // "staying above" */
export function onSide(side: "above" | "below", now: number, level: number): string {
  return (side === "above" ? now > level : now < level) ? `staying ${side}` : side;
}

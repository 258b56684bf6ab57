import { figure } from "../figure.ts";
import { signedPercent } from "./signed-percent.ts";

const UNKNOWN = "unknown";

/** A gain or a loss from its fraction; null is unknown. @example gainText(-0.042) // "-4.20 %" */
export function gainText(fraction: number | null): string {
  return fraction === null ? UNKNOWN : signedPercent(fraction * 100);
}

/** A part of a whole from its fraction; null is unknown. @example partText(0.5) // "50.00 %" */
export function partText(fraction: number | null): string {
  return fraction === null ? UNKNOWN : figure(fraction * 100, "percent");
}

/** A ratio; null is unknown. @example ratioText(1.234) // "1.23" */
export function ratioText(value: number | null): string {
  if (value === null) return UNKNOWN;
  const text = value.toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}

import { figure } from "../figure.ts";

/** A change in percent with its sign; excess returns too. @example signedPercent(4.2) // "+4.20 %" */
export function signedPercent(value: number): string {
  const text = figure(value, "percent");
  return /^(?:-|0\.00 )/.test(text) ? text : `+${text}`;
}

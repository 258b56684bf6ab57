import { quoted } from "#core/errors.ts";
import { nearest } from "./nearest.ts";

/**
 * That a value is none of the choices, with what was probably meant.
 *
 * @example notAmong('agent "a": tool', "get_qoute", ["get_quote"])
 * // 'agent "a": tool "get_qoute" is not known: did you mean get_quote? Valid: get_quote.'
 */
export function notAmong(what: string, value: string, choices: readonly string[]): string {
  const meant = nearest(value, choices);
  const hint = meant === null ? "." : `: did you mean ${meant}?`;
  return `${what} ${quoted(value)} is not known${hint} Valid: ${choices.join(", ") || "none"}.`;
}

import { analystNames } from "../analyst.ts";
import type { KeptDecision } from "../review/kept-decision.ts";

/** Fewer analysts are told by name than those that were not there. */
const FEW = 3;

/**
 * The desk that a decision is of, in a few words.
 *
 * @example deskWords(decision) // "standard", "standard, risk only", "deep, without news, trader"
 */
export function deskWords({
  depth,
  analysts,
  missing,
}: Pick<KeptDecision, "depth" | "analysts" | "missing">): string {
  const reported = analysts.filter((name) => !missing.includes(name));
  const absent = analystNames.filter((name) => !reported.includes(name));
  const few = reported.length > 0 && reported.length <= FEW;
  const roles = missing.filter((who) => !absent.some((name) => name === who));
  const without = [...(few ? [] : absent), ...roles].map((who) => who.replaceAll("_", " "));
  return [
    depth,
    ...(few ? [`${reported.join(" and ")} only`] : []),
    ...(without.length > 0 ? [`without ${without.join(", ")}`] : []),
  ].join(", ");
}

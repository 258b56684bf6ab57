import type { PromptFact } from "#core/fact-lines.ts";
import { figure } from "#core/figure.ts";
import { dayIn, type Evidence } from "../evidence.ts";
import { quotation } from "../headlines.ts";
import { counted } from "../wording.ts";

const MOST = 40;
const WHO = "This is the built-in rules model: it reports the facts it is given and adds nothing.";

/** An answer for a role that the model does not know: the facts, a line each, and no opinion. */
export function writeGeneralAnswer({ facts, symbol }: Evidence): string {
  if (facts.length === 0) return `${WHO} It was given none, so it has nothing to report.`;
  const left = facts.length - MOST;
  return [
    `${WHO} Known about ${symbol ?? "the subject"}:`,
    facts.slice(0, MOST).map(line).join("\n"),
    ...(left > 0
      ? [`${counted(left, "further fact")} ${left === 1 ? "is" : "are"} left out.`]
      : []),
  ].join("\n\n");
}

function line({ label, value, unit, currency, asOf, note }: PromptFact): string {
  const day = dayIn(asOf);
  const when = day === null ? "" : ` (${day})`;
  if (value === null) return `- ${label} is not known${note === null ? "" : `: ${note}`}.`;
  if (typeof value === "number") return `- ${label}: ${figure(value, unit, currency)}${when}.`;
  return `- ${label}: ${unit === "text" ? quotation(value) : value}${when}.`;
}

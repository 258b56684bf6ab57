import { periodAt } from "./reading/period-names.ts";
import { tokensIn } from "./reading/tokens-in.ts";
import type { NamedPeriod } from "./written-figure.ts";

/**
 * The periods that a text names, in their order and without overlaps: "three months", "a week",
 * "year on year", "30-day". What only names a thing is none: "50-day average", "ten-year yield".
 */
export function periodsIn(text: string): NamedPeriod[] {
  const tokens = tokensIn(text);
  const periods: NamedPeriod[] = [];
  for (let place = 0; place < tokens.length; place++) {
    const first = tokens[place];
    const name = first === undefined ? null : periodAt(tokens, place);
    const last = tokens[(name?.to ?? 0) - 1];
    if (first === undefined || name === null || last === undefined) continue;
    periods.push({ period: name.period, at: first.at, text: text.slice(first.at, last.end) });
    place = name.to - 1;
  }
  return periods;
}

import { counted } from "../../render/counted.ts";
import type { Fault, Faulty } from "./bar-in-row.ts";

const words: Readonly<Record<Fault, string>> = {
  "no date": "without a date",
  "more fields than headings": "with more fields than there are headings",
  "no number": "with a price or volume that is no number",
  "no price": "with a price of 0 or less",
  "no volume": "with a volume below 0",
  "no adjusted close": "without an adjusted close above 0",
};

/** The rows that were left out, each kind in a sentence with its count and its first. */
export function leftOutInWords(faulty: readonly Faulty[]): string[] {
  return [...Map.groupBy(faulty, ({ fault }) => fault)].map(([fault, rows]) => {
    const [first] = rows;
    const which = first === undefined ? "" : `: ${first.detail} in line ${first.line}`;
    return `${counted(rows.length, "row", "rows")} ${words[fault]} left out${rows.length > 1 ? ", first" : ""}${which}.`;
  });
}

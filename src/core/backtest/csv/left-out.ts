import { counted } from "../../render/counted.ts";
import { DAY_FORM, type Fault, type Faulty } from "./bar-in-row.ts";

const words: Readonly<Record<Fault, string>> = {
  "no date": "without a date",
  "no day": `with a date that is not ${DAY_FORM},`,
  "more fields than headings": "with more fields than there are headings",
  "no number": "with a price or volume that is no number",
  "no price": "with a price of 0 or less",
  "no market's price": "with a price that no market has dealt at",
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

/** Why no row could be used: what most of them have in common; each kind where no two have anything. */
export function allLeftOutInWords(faulty: readonly Faulty[]): string[] {
  const alike = [...Map.groupBy(faulty, ({ detail }) => detail).values()];
  const [most = []] = alike.toSorted((a, b) => b.length - a.length);
  const [first] = most;
  if (first === undefined || most.length === 1) return leftOutInWords(faulty);
  return [
    `All rows were left out, ${most.length} of ${faulty.length} for the same reason: ${first.detail}, first in line ${first.line}.`,
  ];
}

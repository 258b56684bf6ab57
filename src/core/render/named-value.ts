import { inline } from "./inline.ts";

/** A capital that only begins the label: not that of an abbreviation or of a name. */
const CAPITAL = /^(?!Bollinger)[A-Z](?=[a-z])/;

/** A value and what it is. @example namedValue("28.92x", "Price to earnings") // "28.92x (price to earnings)" */
export function namedValue(value: string, label: string): string {
  return inline(`${value} (${label.replace(CAPITAL, (letter) => letter.toLowerCase())})`);
}

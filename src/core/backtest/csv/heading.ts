/** The columns that a table of bars needs. */
export const titles = ["Date", "Open", "High", "Low", "Close", "Volume"] as const;
export type Title = (typeof titles)[number];

/** What headings say, by their letters alone; of one title, the most usual first. */
export const names: ReadonlyMap<string, Title | "Adjusted"> = new Map([
  ["date", "Date"],
  ["datetime", "Date"],
  ["timestamp", "Date"],
  ["open", "Open"],
  ["high", "High"],
  ["low", "Low"],
  ["close", "Close"],
  ["volume", "Volume"],
  ["adjclose", "Adjusted"],
  ["adjustedclose", "Adjusted"],
  ["adjusted", "Adjusted"],
]);

/** A heading that is known. */
export interface Named {
  readonly title: Title | "Adjusted";
  /** Its letters, as in {@link names}. */
  readonly name: string;
  /** What stands before it and a dot; null for nothing. */
  readonly symbol: string | null;
}

/**
 * What a heading says; null where it says nothing of a bar.
 *
 * @example headingOf("Adj Close") // title Adjusted
 * @example headingOf("BRK.B.Open") // title Open, symbol BRK.B
 */
export function headingOf(heading: string): Named | null {
  const words = heading.split(".");
  for (const [from] of words.entries()) {
    const name = words
      .slice(from)
      .join("")
      .toLowerCase()
      .replace(/[^a-z]/g, "");
    const title = names.get(name);
    if (title === undefined) continue;
    const symbol = words.slice(0, from).join(".").trim();
    return { title, name, symbol: symbol === "" ? null : symbol };
  }
  return null;
}

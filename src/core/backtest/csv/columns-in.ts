import { DeskError, quoted } from "../../errors.ts";
import { headingOf, type Named, names, type Title, titles } from "./heading.ts";

/** Where the columns of a table of bars stand, counted from 0. */
export interface Columns extends Readonly<Record<Title, number>> {
  /** Closes adjusted for splits and dividends; null where there are none. */
  readonly Adjusted: number | null;
}

/** Which columns of a table are sought. */
interface Sought {
  /** What the table is called in errors. */
  readonly file: string;
  /** Chooses where the table is of several symbols; null where nobody has said. */
  readonly symbol: string | null;
}

const MOST_SHOWN = 20;

/**
 * Finds the columns of a table of bars by their headings, in any case and order, among others.
 *
 * @returns where they stand, and the symbol that they are named after, as in `AAPL.Open`; null for none
 * @throws DeskError `bad_response` where columns are missing, stand there twice, or are of several
 *   symbols of which none is chosen
 */
export function columnsIn(
  headings: readonly string[],
  sought: Sought,
): { columns: Columns; symbol: string | null } {
  const found = headings.flatMap((heading, place) => {
    const named = headingOf(heading);
    return named === null ? [] : [{ ...named, heading, place }];
  });
  const symbol = symbolOf(found, sought);
  const own = found.filter((column) => column.title === "Date" || column.symbol === symbol);
  const placeOf = (title: Title | "Adjusted") => placeAmong(own, title, sought.file);
  const places = {
    Date: placeOf("Date"),
    Open: placeOf("Open"),
    High: placeOf("High"),
    Low: placeOf("Low"),
    Close: placeOf("Close"),
    Volume: placeOf("Volume"),
    Adjusted: placeOf("Adjusted"),
  };
  if (isWhole(places)) return { columns: places, symbol };
  const missing = titles.filter((title) => places[title] === null);
  const shown = headings.slice(0, MOST_SHOWN).map(quoted).join(", ");
  const more = headings.length > MOST_SHOWN ? ` and ${headings.length - MOST_SHOWN} more` : "";
  throw unusable(
    sought.file,
    `has no column ${missing.join(", ")}. Its headings are ${shown}${more}; needed are ${titles.join(", ")}`,
  );
}

type Places = Readonly<Record<Title | "Adjusted", number | null>>;

function isWhole(places: Places): places is Columns {
  return titles.every((title) => places[title] !== null);
}

/** Whose columns they are: no symbol's where they have none before them, else that of all, or the chosen. */
function symbolOf(found: readonly Named[], { file, symbol }: Sought): string | null {
  const symbols = [
    ...new Set(found.filter(({ title }) => title !== "Date").map((column) => column.symbol)),
  ];
  const chosen = symbols.find((one) => one !== null && one.toUpperCase() === symbol?.toUpperCase());
  if (chosen !== undefined) return chosen;
  const [first = null, ...more] = symbols;
  if (more.length === 0 || symbols.includes(null)) return symbols.includes(null) ? null : first;
  throw unusable(file, `has columns of ${symbols.join(", ")}. Choose one with --symbol`);
}

/** null where there is none; of several, the one with the most usual heading. */
function placeAmong(
  columns: readonly (Named & { heading: string; place: number })[],
  title: Title | "Adjusted",
  file: string,
): number | null {
  const named = columns.filter((column) => column.title === title);
  const usual = [...names].flatMap(([name]) => {
    const same = named.filter((column) => column.name === name);
    return same.length === 0 ? [] : [same];
  })[0];
  const [first, second] = usual ?? [];
  if (second === undefined) return first?.place ?? null;
  throw unusable(file, `has the column ${quoted(second.heading)} twice. Leave one of them`);
}

function unusable(file: string, what: string): DeskError {
  return new DeskError("bad_response", `"${file}" ${what}.`, { facts: { file } });
}

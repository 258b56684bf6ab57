/** How the rules model's built-in authors of strategies are minded. */
export const authorStyles = [
  "trend-following",
  "mean-reversion",
  "breakout",
  "momentum",
  "volatility",
  "blend",
] as const;

export type AuthorStyle = (typeof authorStyles)[number];

const RULES = "rules";

/** The model's name of a built-in author: `rules:breakout`. */
export function rulesAuthor(style: AuthorStyle): string {
  return `${RULES}:${style}`;
}

/** The built-in author's style; null for any other model. */
export function styleOf(model: string): AuthorStyle | null {
  return authorStyles.find((style) => rulesAuthor(style) === model) ?? null;
}

/** File systems take names of 255 bytes; one is written under a longer name first. */
const LONGEST_FILE = 120;

/**
 * The file that an author's strategy is kept in: `strategies/rules_breakout.js`.
 *
 * @param kind `txt` for an answer that is no strategy
 */
export function strategyFile(author: string, kind: "js" | "txt" = "js"): string {
  const name = author.replace(/[^\w.#-]/g, "_").replace(/^\.+/, "_");
  const cut =
    name.length > LONGEST_FILE ? `${name.slice(0, LONGEST_FILE - 8)}${name.slice(-8)}` : name;
  return `strategies/${cut}.${kind}`;
}

/** One who writes a strategy. */
export interface Author {
  /** Tells it from all others; holds no blanks. */
  readonly name: string;
  readonly model: string;
}

/**
 * The authors of a contest, in the order given: `rules` stands for all built-in ones, and who is named
 * again has a number.
 *
 * @example authorsOf(["a", "a"]) // names a, a#2
 */
export function authorsOf(models: readonly string[]): Author[] {
  const all = models.flatMap((model) =>
    model === RULES ? authorStyles.map(rulesAuthor) : [model],
  );
  const taken = new Set<string>();
  return all.map((model) => {
    const name = freeName(model.replace(/[^\x21-\x7e]+/g, "_"), taken);
    taken.add(placeOf(name));
    return { name, model };
  });
}

/** Two authors share neither a name nor a file, not even where files do not tell cases apart. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let place = 2; taken.has(placeOf(name)); place += 1) name = `${wanted}#${place}`;
  return name;
}

function placeOf(author: string): string {
  return strategyFile(author).toLowerCase();
}

/** Who names whom, by names. */
export type Links = ReadonlyMap<string, readonly string[]>;

/**
 * The ways that lead back to where they begin, each with its beginning at both ends. Of several through the
 * same names one is given.
 *
 * @example cyclesIn(new Map([["a", ["b"]], ["b", ["a"]]])) // [["a", "b", "a"]]
 */
export function cyclesIn(links: Links): string[][] {
  const found = new Map<string, string[]>();
  for (const [from, targets] of links) {
    for (const to of targets) {
      const back = shortestWay(to, from, links);
      if (back === null) continue;
      const members = [...back].sort().join(" ");
      if (!found.has(members)) found.set(members, [from, ...back]);
    }
  }
  return [...found.values()];
}

/** From one name to another, both included; null where none leads there. */
function shortestWay(from: string, to: string, links: Links): string[] | null {
  const ways = new Map([[from, [from]]]);
  for (const [name, way] of ways) {
    if (name === to) return way;
    for (const next of links.get(name) ?? []) {
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return null;
}

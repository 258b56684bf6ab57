import type { ContestResult, Entry, Standing } from "../contest.ts";

/** What came of an author's part, with its place. */
export interface Placed {
  readonly entry: Entry;
  readonly standing: Standing;
}

/**
 * All parts in the order in which they are shown: the ranked best first, then those that have figures
 * but no rank, then those that have none.
 */
export function placedIn({
  entries,
  standings,
}: Pick<ContestResult, "entries" | "standings">): Placed[] {
  const all = standings.flatMap((standing): Placed[] => {
    const entry = entries.find(({ author }) => author === standing.author);
    return entry === undefined ? [] : [{ entry, standing }];
  });
  return all.toSorted((a, b) => classOf(a) - classOf(b));
}

function classOf({ entry, standing }: Placed): number {
  if (standing.rank !== null) return 0;
  return entry.measured === null ? 2 : 1;
}

import type { ContestResult, Entry, Standing } from "../contest.ts";

/** What came of an author's part, with its place. */
export interface Placed {
  readonly entry: Entry;
  readonly standing: Standing;
}

/** All parts in the order of their standings. */
export function placedIn({
  entries,
  standings,
}: Pick<ContestResult, "entries" | "standings">): Placed[] {
  return standings.flatMap((standing): Placed[] => {
    const entry = entries.find(({ author }) => author === standing.author);
    return entry === undefined ? [] : [{ entry, standing }];
  });
}

import type { Chain } from "./chain.ts";
import { groupsOf } from "./groups.ts";

/** As many as an analysis has where nothing is said. */
const LEAST = 6;

/**
 * How many requests a chain makes to a provider at once where nothing else is said: as many as its largest
 * parallel group has agents, so that nobody in it waits for a neighbour, and at least 6.
 */
export function mostAtOnce(chain: Pick<Chain, "agents">): number {
  return Math.max(LEAST, ...groupsOf(chain).map(({ nodes }) => nodes.length));
}

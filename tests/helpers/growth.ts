/** Rounds of measuring: what else the machine does only ever adds, and does not do so in all of them. */
const ROUNDS = 12;

/**
 * How many times as long work on more of something takes, by the shortest times of some rounds. Ends as
 * soon as that keeps to the bound, so that a busy machine takes more rounds rather than another answer.
 *
 * @param slackMs what the clock and the collector may add to next to nothing
 */
export function growthOf(
  work: (much: boolean) => void,
  { atMost, slackMs }: { readonly atMost: number; readonly slackMs: number },
): number {
  const timeOf = (much: boolean) => {
    const start = performance.now();
    work(much);
    return performance.now() - start;
  };
  timeOf(false);
  let [little, much] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round += 1) {
    little = Math.min(little, timeOf(false));
    much = Math.min(much, timeOf(true));
    if (much - slackMs <= atMost * little) break;
  }
  return Math.max(0, much - slackMs) / little;
}

import type { JobState, RunQueue } from "#core/run-queue.ts";

/** So many times in a row nobody was at work before it is said. */
const IDLE_TIMES = 3;

const NOBODY_WORKS =
  "Nobody takes the runs: start workers with the same DATABASE_URL by trading-graph worker, on any machine. Waiting.";

/**
 * Says why nobody is at work on a list, each reason once: there is no worker, or those that are there
 * refuse it. A list that waits because workers are busy with another is in good order.
 *
 * @returns to be told how the list's runs stand in the queue, again and again
 */
export function createIdleWarner(
  queue: Pick<RunQueue, "counts" | "read">,
  warn: (text: string) => void,
): (states: ReadonlyMap<string, JobState>) => Promise<void> {
  const said = new Set<string>();
  let idle = 0;

  async function reasonFor(waiting: readonly string[]): Promise<string | null> {
    // The last is the one that was refused last.
    const reason = (await queue.read(waiting.at(-1) ?? ""))?.reason ?? null;
    if (reason !== null) return `Workers leave the runs to others: ${reason} Waiting.`;
    const { active } = await queue.counts();
    return active === 0 ? NOBODY_WORKS : null;
  }

  return async (states) => {
    const waiting = [...states].flatMap(([id, state]) => (state === "waiting" ? [id] : []));
    const atWork = states.values().some((state) => state === "active");
    idle = atWork || waiting.length === 0 ? 0 : idle + 1;
    if (idle === 0) said.clear();
    if (idle < IDLE_TIMES) return;
    const text = await reasonFor(waiting);
    if (text === null || said.has(text)) return;
    said.add(text);
    warn(text);
  };
}

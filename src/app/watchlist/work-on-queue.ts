import type { Clock } from "#core/ports.ts";
import type { Store } from "#runtime/store/store.ts";
import { withinGrace } from "#runtime/within-grace.ts";
import type { Config } from "../config.ts";
import { queuePlaceOf } from "../queue-place.ts";
import { callOff } from "./call-off.ts";
import { followRuns } from "./follow-runs.ts";
import type { WorkOnList } from "./list-work.ts";
import { enqueue, tendQueue } from "./tend-queue.ts";

/** How long a database may take to record that nothing more is to be begun. */
const CALL_OFF_MS = 2_000;

/**
 * Leaves lists to workers, on any machine, and follows how they come along. Once the signal is aborted
 * nothing more is begun: for a person, runs at work go on; for a list whose time is over, they end. What
 * cannot be recorded then is left as it is, and the signal's reason thrown.
 *
 * @param warn told why nothing goes on, when nothing does
 */
export function workOnQueue(
  config: Config,
  store: Store,
  clock: Clock,
  warn: (text: string) => void,
): WorkOnList {
  return async ({ list, runs, signal, onNews }) => {
    const { openRunQueue } = await import("#runtime/queue/open-queue.ts");
    const queue = await openRunQueue(queuePlaceOf(config, "--distributed"));
    const followed = followRuns(list, runs, store.runs, clock, onNews);
    const over = new AbortController();
    const stop = AbortSignal.any([signal, over.signal]);
    let trouble: unknown = null;
    try {
      await enqueue(queue, runs);
      const { unfinished } = followed;
      tendQueue({ queue, store: store.runs, unfinished, warn }, stop).catch((thrown) => {
        trouble = thrown;
        over.abort();
      });
      await followed.untilEnded(stop);
      if (signal.aborted) {
        const left = followed.unfinished().map(({ id }) => id);
        const calledOff = callOff(list, store.runs, clock, signal.reason).then(followed.look);
        await withinGrace(calledOff, signal, CALL_OFF_MS);
        // What it does not forget turns out to be unwanted when it is taken.
        await withinGrace(queue.remove(left), signal, CALL_OFF_MS).catch(() => {});
      }
    } finally {
      over.abort();
      await queue.close();
    }
    if (trouble !== null) throw trouble;
  };
}

import type { RunEvent } from "#core/event.ts";
import type { Journal } from "#runtime/journal.ts";

/** How long what a model writes is gathered, in ms: no reader sees the difference, and files are smaller. */
const GATHERED_MS = 50;

/**
 * A journal in which the pieces of each node's text that come within 50 ms are one. Nothing is lost, a
 * node's text keeps its order, and no other event, such as the run's end, is told before text that came
 * before it.
 *
 * @param later calls back after so many ms, and gives what calls it off
 */
export function joinText(
  journal: Journal,
  later: (work: () => void, ms: number) => () => void = afterTime,
): Journal {
  /** What each node has written since, in the order in which they began. */
  const gathered = new Map<string, Extract<RunEvent, { type: "text" }>>();
  let callOff: (() => void) | null = null;

  function flush(): void {
    callOff?.();
    callOff = null;
    const events = [...gathered.values()];
    gathered.clear();
    for (const event of events) journal.record(event);
  }

  return {
    record(event) {
      if (event.type !== "text") {
        flush();
        journal.record(event);
        return;
      }
      const before = gathered.get(event.node);
      // When the first of it was written is when it is of.
      gathered.set(event.node, before ? { ...before, text: before.text + event.text } : event);
      callOff ??= later(flush, GATHERED_MS);
    },
  };
}

function afterTime(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

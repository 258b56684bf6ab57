import { useEffect, useState } from "preact/hooks";
import { reachable } from "./reach.ts";
import { useStored } from "./stored.ts";

const TICK_MS = 100;

/** All that shows passing time is told by one timer, so that it changes in the same frame. */
const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function tick(): void {
  const now = Date.now();
  for (const tell of listeners) tell(now);
}

/**
 * The time, in epoch milliseconds; it goes on while `running`. While the server is gone it stands: nobody
 * knows whether anything goes on.
 */
export function useNow(running: boolean): number {
  const [now, setNow] = useState(Date.now);
  const goesOn = useStored(reachable) && running;
  useEffect(() => {
    if (!goesOn) return;
    setNow(Date.now());
    listeners.add(setNow);
    timer ??= setInterval(tick, TICK_MS);
    return () => {
      listeners.delete(setNow);
      if (listeners.size > 0 || timer === null) return;
      clearInterval(timer);
      timer = null;
    };
  }, [goesOn]);
  return now;
}

import { useEffect, useState } from "preact/hooks";
import type { RunView } from "../../../../web/api.ts";
import { ask, Refused } from "../ask.ts";
import { reachable } from "../reach.ts";
import { useStored } from "../stored.ts";

/** What is known of a run beside its events; `missing` says in the server's words that there is none. */
interface RunViewState {
  readonly view: RunView | null;
  readonly missing: string | null;
}

interface ReadView extends RunViewState {
  /** Whether it is all there will be. */
  readonly whole: boolean;
}

/**
 * @param over it is asked for again when this changes: a run that has ended has more to show; and when the
 *   server is back, unless all of it is there
 */
export function useRunView(id: string, over: boolean): RunViewState {
  const [state, setState] = useState<ReadView>({ view: null, missing: null, whole: false });
  const there = useStored(reachable);
  useEffect(() => {
    if (!there || (over && state.whole)) return;
    const asking = new AbortController();
    ask<RunView>(`/api/runs/${encodeURIComponent(id)}`, asking.signal)
      .then((view) => setState({ view, missing: null, whole: over && view.page !== null }))
      .catch((thrown: unknown) => {
        if (!(thrown instanceof Refused) || thrown.status === 0) return;
        setState((before) => ({ ...before, missing: thrown.message }));
      });
    return () => asking.abort();
  }, [id, over, there]);
  return state;
}

import { useEffect, useState } from "preact/hooks";
import type { RunView } from "../../../../web/api.ts";
import { ask, Refused, reachable } from "../ask.ts";
import { useStored } from "../stored.ts";

/** What is known of a run beside its events; `missing` says in the server's words that there is none. */
interface RunViewState {
  readonly view: RunView | null;
  readonly missing: string | null;
}

/** @param over it is asked for again when this changes: a run that has ended has more to show */
export function useRunView(id: string, over: boolean): RunViewState {
  const [state, setState] = useState<RunViewState>({ view: null, missing: null });
  const there = useStored(reachable);
  useEffect(() => {
    if (!there) return;
    const asking = new AbortController();
    ask<RunView>(`/api/runs/${encodeURIComponent(id)}`, asking.signal)
      .then((view) => setState({ view, missing: null }))
      .catch((thrown: unknown) => {
        if (!(thrown instanceof Refused) || thrown.status === 0) return;
        setState(({ view }) => ({ view, missing: thrown.message }));
      });
    return () => asking.abort();
  }, [id, over, there]);
  return state;
}

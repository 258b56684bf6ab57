import { useState } from "preact/hooks";
import type { HistoryEntry } from "#core/run-history.ts";
import type { RunView, Started } from "../../../../web/api.ts";
import { post, wordsOfError } from "../ask.ts";
import { go } from "../navigation.tsx";
import { reachable } from "../reach.ts";
import { listPath, runPath } from "../route.ts";
import { mayGoOn } from "../shown-run.ts";
import { useStored } from "../stored.ts";

/** What can be done with a run, and what was said against the last try. */
interface RunDeeds {
  readonly busy: boolean;
  readonly error: string | null;
  stop(): Promise<void>;
  /** Makes its gaps anew, else all of it, and goes there. */
  rerun(): Promise<void>;
  /** Has it go on where it stands. */
  resume(): Promise<void>;
}

/** @param again listens to it at once */
export function useRunDeeds(id: string, again: () => void): RunDeeds {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const path = `/api/runs/${encodeURIComponent(id)}`;
  const attempt = async (deed: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    await deed().catch((thrown) => setError(wordsOfError(thrown)));
    setBusy(false);
  };
  return {
    busy,
    error,
    stop: () => attempt(() => post(`${path}/stop`)),
    rerun: () => attempt(async () => goTo(await post<Started>(`${path}/rerun`))),
    resume: () => attempt(() => post<Started>(`${path}/resume`).then(again)),
  };
}

/** Shows what was begun. */
export function goTo(started: Started): void {
  go("run" in started ? runPath(started.run) : listPath(started.list));
}

interface RunActionsProps {
  readonly record: HistoryEntry;
  readonly view: RunView | null;
  readonly over: boolean;
  readonly gaps: boolean;
  readonly deeds: RunDeeds;
}

/** Stops a run while it goes on; afterwards has it go on, or makes it anew. */
export function RunActions({ record, view, over, gaps, deeds }: RunActionsProps) {
  const disabled = !useStored(reachable) || deeds.busy;
  if (!over) {
    return view?.here === true ? (
      <button type="button" class="choice stop" disabled={disabled} onClick={deeds.stop}>
        Stop
      </button>
    ) : null;
  }
  return (
    <>
      {mayGoOn(record) ? (
        <button type="button" class="main-button" disabled={disabled} onClick={deeds.resume}>
          Go on
        </button>
      ) : null}
      <button type="button" class="choice" disabled={disabled} onClick={deeds.rerun}>
        {gaps ? "Run the gaps again" : "Run again"}
      </button>
    </>
  );
}

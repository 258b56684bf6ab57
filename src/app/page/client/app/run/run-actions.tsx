import { useState } from "preact/hooks";
import type { RunView, Started } from "../../../../web/api.ts";
import { tell, wordsOfError } from "../ask.ts";
import { go } from "../navigation.tsx";
import { listPath, runPath } from "../route.ts";

/** What can be done with a run, and what was said against the last try. */
interface RunDeeds {
  readonly busy: boolean;
  readonly error: string | null;
  stop(): Promise<void>;
  /** Makes its gaps anew, else all of it, and goes there. */
  rerun(): Promise<void>;
}

export function useRunDeeds(id: string): RunDeeds {
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
    stop: () => attempt(() => tell(`${path}/stop`)),
    rerun: () => attempt(async () => goTo(await tell<Started>(`${path}/rerun`))),
  };
}

/** Shows what was begun. */
export function goTo(started: Started): void {
  go("run" in started ? runPath(started.run) : listPath(started.list));
}

interface RunActionsProps {
  readonly view: RunView | null;
  readonly over: boolean;
  readonly gaps: boolean;
  readonly deeds: RunDeeds;
}

/** Stops a run while it goes on; afterwards makes it anew. */
export function RunActions({ view, over, gaps, deeds }: RunActionsProps) {
  if (!over) {
    return view?.here === true ? (
      <button type="button" class="choice stop" disabled={deeds.busy} onClick={deeds.stop}>
        Stop
      </button>
    ) : null;
  }
  return (
    <button type="button" class="choice" disabled={deeds.busy} onClick={deeds.rerun}>
      {gaps ? "Run the gaps again" : "Run again"}
    </button>
  );
}

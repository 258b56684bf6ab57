import { useEffect, useState } from "preact/hooks";
import { counted } from "#core/render/counted.ts";
import type { ListView as List } from "../../../web/api.ts";
import { ask, post, Refused, wordsOfError } from "./ask.ts";
import { MissingView } from "./missing-view.tsx";
import { ErrorNote } from "./parts/error-note.tsx";
import { RunRow } from "./parts/run-row.tsx";
import { reachable } from "./reach.ts";
import { hasEnded } from "./shown-run.ts";
import { useStatus } from "./status.ts";
import { useStored } from "./stored.ts";

const FRESH_MS = 1_500;

interface ReadList {
  readonly list: List | null;
  readonly readAt: number;
  readonly missing: string | null;
}

/** A watchlist: a row a ticker, as they stand. */
export function ListView({ id }: { readonly id: string }) {
  const { list, readAt, missing } = useList(id);
  const [error, setError] = useState<string | null>(null);
  const there = useStored(reachable);
  const runs = list?.runs ?? [];
  const ended = runs.filter(hasEnded).length;
  useStatus(
    list === null ? null : `${ended}/${runs.length} Watchlist`,
    `${ended} of ${runs.length} done`,
  );
  if (missing !== null) return <MissingView words={missing} />;
  if (list === null) return <p class="loading quiet">Looking for the watchlist…</p>;
  const stop = () => {
    setError(null);
    post(`/api/lists/${encodeURIComponent(id)}/stop`).catch((thrown) =>
      setError(wordsOfError(thrown)),
    );
  };
  return (
    <section class="list-view" data-list={id}>
      <header class="run-head">
        <div class="run-title">
          <p class="eyebrow">Watchlist</p>
          <div class="run-line">
            <h1>{counted(runs.length, "ticker", "tickers")}</h1>
            <span class="quiet">
              {ended} of {runs.length} ended
            </span>
          </div>
        </div>
        <div class="run-actions">
          {list.here && ended < runs.length ? (
            <button type="button" class="choice stop" disabled={!there} onClick={stop}>
              Stop
            </button>
          ) : null}
        </div>
        <progress
          class="list-progress"
          aria-label="Ended"
          value={ended}
          max={Math.max(1, runs.length)}
        />
      </header>
      <ErrorNote words={error} />
      <ul class="run-rows">
        {runs.map((run) => (
          <RunRow key={run.id} run={run} readAt={readAt} listed />
        ))}
      </ul>
    </section>
  );
}

/** Read again and again for as long as it goes on and is seen. */
function useList(id: string): ReadList {
  const [state, setState] = useState<ReadList>({ list: null, readAt: 0, missing: null });
  const there = useStored(reachable);
  useEffect(() => {
    if (!there) return;
    const asking = new AbortController();
    const read = async () => {
      if (document.hidden) return;
      await ask<List>(`/api/lists/${encodeURIComponent(id)}`, asking.signal)
        .then((list) => setState({ list, readAt: Date.now(), missing: null }))
        .catch((thrown: unknown) => {
          if (!(thrown instanceof Refused) || thrown.status === 0) return;
          setState((before) => ({ ...before, missing: thrown.message }));
        });
    };
    read();
    const timer = setInterval(read, FRESH_MS);
    document.addEventListener("visibilitychange", read);
    return () => {
      asking.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [id, there]);
  return state;
}

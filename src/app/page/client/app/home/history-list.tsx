import { useEffect, useRef, useState } from "preact/hooks";
import type { HistoryEntry } from "#core/run-history.ts";
import { runKinds } from "#core/run-kind.ts";
import { go } from "../navigation.tsx";
import { ErrorNote } from "../parts/error-note.tsx";
import { RunRow } from "../parts/run-row.tsx";
import { comparePath } from "../route.ts";
import { kindWords } from "../run-words.ts";
import { type HistorySearch, useHistory } from "./use-history.ts";

const KINDS = ["", ...runKinds] as const;

/** Every run that is kept, newest first. Two analyses that are ticked can be compared. */
export function HistoryList() {
  const [asked, setAsked] = useState<HistorySearch>({ search: "", kind: "" });
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { history, error, readAt, readMore } = useHistory(asked);
  const [a, b] = ticked;
  const tick = (id: string) =>
    setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id].slice(-2));
  return (
    <section class="history" aria-labelledby="history-title">
      <header class="history-head">
        <h2 id="history-title">History</h2>
        <input
          type="search"
          class="search"
          aria-label="Search the history"
          placeholder="Search by title or id"
          value={asked.search}
          onInput={({ currentTarget }) => setAsked({ ...asked, search: currentTarget.value })}
        />
        <fieldset class="choices" aria-label="Kind">
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              class="choice"
              aria-pressed={asked.kind === kind}
              onClick={() => setAsked({ ...asked, kind })}
            >
              {kind === "" ? "All" : kindWords[kind]}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          class="choice compare"
          disabled={a === undefined || b === undefined}
          onClick={() => a !== undefined && b !== undefined && go(comparePath(a, b))}
        >
          Compare {ticked.length === 0 ? "two" : `${ticked.length} of 2`}
        </button>
      </header>
      <ErrorNote words={error} />
      {history === null ? null : (
        <ul class="run-rows">
          {history.runs.map((run) => (
            <RunRow key={run.id} run={run} readAt={readAt}>
              <Tick run={run} ticked={ticked.includes(run.id)} tick={tick} />
            </RunRow>
          ))}
        </ul>
      )}
      {history?.runs.length === 0 ? <Empty asked={asked} /> : null}
      {history?.more === true ? <More read={readMore} /> : null}
    </section>
  );
}

interface TickProps {
  readonly run: HistoryEntry;
  readonly ticked: boolean;
  readonly tick: (id: string) => void;
}

/** Only analyses can be compared. */
function Tick({ run, ticked, tick }: TickProps) {
  if (run.kind !== "analysis") return null;
  return (
    <input
      type="checkbox"
      aria-label={`Compare ${run.title}, ${run.id}`}
      checked={ticked}
      onChange={() => tick(run.id)}
    />
  );
}

function Empty({ asked }: { readonly asked: HistorySearch }) {
  const all = asked.search.trim() === "" && asked.kind === "";
  return (
    <p class="empty quiet">
      {all
        ? "Nothing has been run yet. What you begin above will stand here."
        : "No run is like that."}
    </p>
  );
}

/** Reads on when it comes into sight, or is pressed. */
function More({ read }: { readonly read: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const now = useRef(read);
  now.current = read;
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) now.current();
    });
    if (button.current !== null) seen.observe(button.current);
    return () => seen.disconnect();
  }, []);
  return (
    <button type="button" class="choice more" ref={button} onClick={read}>
      Older runs
    </button>
  );
}

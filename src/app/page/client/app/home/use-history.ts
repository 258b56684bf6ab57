import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { RunKind } from "#core/run-kind.ts";
import type { History } from "../../../../web/api.ts";
import { ask, Refused, wordsOfError } from "../ask.ts";
import { withNewest, withOlder } from "../history-pages.ts";
import { reachable } from "../reach.ts";
import { useStored } from "../stored.ts";

export interface HistorySearch {
  readonly search: string;
  /** "" is every kind. */
  readonly kind: RunKind | "";
}

interface ShownHistory {
  /** null before it was read. */
  readonly history: History | null;
  readonly error: string | null;
  /** When it was read. */
  readonly readAt: number;
  readMore(): void;
}

const FRESH_MS = 3_000;
const PAGE = 50;

/** The history, kept fresh while it is seen. */
export function useHistory({ search, kind }: HistorySearch): ShownHistory {
  const [state, setState] = useState<Omit<ShownHistory, "readMore">>({
    history: null,
    error: null,
    readAt: 0,
  });
  const there = useStored(reachable);
  const reading = useRef(false);
  const pathOf = useCallback(
    (before: number | null) => {
      const query = new URLSearchParams({ limit: String(PAGE) });
      if (search.trim() !== "") query.set("search", search.trim());
      if (kind !== "") query.set("kind", kind);
      if (before !== null) query.set("before", String(before));
      return `/api/history?${query}`;
    },
    [search, kind],
  );

  useEffect(() => {
    if (!there) return;
    const asking = new AbortController();
    let first = true;
    const read = async () => {
      if (document.hidden) return;
      const newest = await ask<History>(pathOf(null), asking.signal);
      // Another search has another history; the same one only has more.
      const begins = first;
      first = false;
      setState(({ history }) => ({
        history: history === null || begins ? newest : withNewest(history, newest),
        error: null,
        readAt: Date.now(),
      }));
    };
    const tryRead = () =>
      read().catch((thrown: unknown) => {
        if (!(thrown instanceof Refused) || thrown.status === 0) return;
        setState((before) => ({ ...before, error: wordsOfError(thrown) }));
      });
    tryRead();
    const timer = setInterval(tryRead, FRESH_MS);
    document.addEventListener("visibilitychange", tryRead);
    return () => {
      asking.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tryRead);
    };
  }, [pathOf, there]);

  const { history } = state;
  const readMore = () => {
    const oldest = history?.runs.at(-1);
    if (oldest === undefined || reading.current) return;
    reading.current = true;
    ask<History>(pathOf(oldest.createdAt))
      .then((older) =>
        setState((now) => ({ ...now, history: withOlder(now.history ?? older, older) })),
      )
      .catch((thrown) => setState((now) => ({ ...now, error: wordsOfError(thrown) })))
      .finally(() => {
        reading.current = false;
      });
  };
  return { ...state, readMore };
}

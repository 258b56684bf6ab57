import { useEffect, useState } from "preact/hooks";
import type { HistoryEntry } from "#core/run-history.ts";
import type { Comparison } from "../../../web/api.ts";
import { Markdown } from "../report/markdown.tsx";
import { ask, wordsOfError } from "./ask.ts";
import { MissingView } from "./missing-view.tsx";
import { Link } from "./navigation.tsx";
import { runPath } from "./route.ts";
import { useStatus } from "./status.ts";

/** Two analyses beside each other: where they differ, and what came of both. */
export function CompareView({ a, b }: { readonly a: string; readonly b: string }) {
  const [compared, setCompared] = useState<Comparison | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    ask<Comparison>(`/api/compare?${new URLSearchParams({ a, b })}`, asking.signal)
      .then(setCompared)
      .catch((thrown) => {
        if (!asking.signal.aborted) setError(wordsOfError(thrown));
      });
    return () => asking.abort();
  }, [a, b]);
  useStatus(compared === null ? null : `${compared.a.title} and ${compared.b.title}`, "");
  if (error !== null) return <MissingView words={error} />;
  if (compared === null) return <p class="loading quiet">Comparing…</p>;
  return (
    <section class="compare-view">
      <p class="eyebrow">Compared</p>
      <h1>
        {compared.a.title} and {compared.b.title}
      </h1>
      <div class="compared">
        <Side run={compared.a} />
        <Side run={compared.b} />
      </div>
      <div class="report">
        <Markdown text={compared.markdown} />
      </div>
    </section>
  );
}

function Side({ run }: { readonly run: HistoryEntry }) {
  return (
    <p class="side">
      <Link to={runPath(run.id)}>{run.id}</Link>
      <strong>{run.headline ?? run.state}</strong>
    </p>
  );
}

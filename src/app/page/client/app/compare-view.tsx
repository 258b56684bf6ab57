import { useEffect, useState } from "preact/hooks";
import type { HistoryEntry } from "#core/run-history.ts";
import type { Comparison } from "../../../web/api.ts";
import { Markdown } from "../report/markdown.tsx";
import { ask, wordsOfError } from "./ask.ts";
import { compareSections } from "./compare-sections.ts";
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
  const { before, sections } = compareSections(compared.markdown);
  return (
    <section class="compare-view">
      <p class="eyebrow">Compared</p>
      <h1>
        {compared.a.title} and {compared.b.title}
      </h1>
      <div class="compared">
        <Side name="A" run={compared.a} />
        <Side name="B" run={compared.b} />
      </div>
      <div class="report">
        <Markdown text={before} />
        <div class="differences">
          {sections.map(({ title, text }) => (
            <section key={title} class="difference">
              <h2>{title}</h2>
              <Markdown text={text} />
            </section>
          ))}
        </div>
      </div>
    </section>
  );
}

/** @param name what the tables call it */
function Side({ name, run }: { readonly name: "A" | "B"; readonly run: HistoryEntry }) {
  return (
    <p class="side">
      <span class="side-name">{name}</span>
      <strong>{run.headline ?? run.state}</strong>
      <Link to={runPath(run.id)}>Open run {name}</Link>
    </p>
  );
}

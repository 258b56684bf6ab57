import type { ComponentChildren } from "preact";
import { age } from "#core/render/age.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import { shownState } from "#core/shown-state.ts";
import { tookWords } from "../elapsed-words.ts";
import { memo } from "../memo.ts";
import { Link } from "../navigation.tsx";
import { listPath, runPath } from "../route.ts";
import { kindWords } from "../run-words.ts";
import { StateMark } from "./state-mark.tsx";

interface RunRowProps {
  readonly run: HistoryEntry;
  /** When its record was read. */
  readonly readAt: number;
  /** Whether it stands among those of its list. */
  readonly listed?: boolean;
  /** What stands before it, such as a box to tick. */
  readonly children?: ComponentChildren;
}

/** A run in a line: what it is of, how it stands, what came of it, when. */
export const RunRow = memo(({ run, readAt, listed = false, children }: RunRowProps) => {
  const { id, kind, title, headline, error, list, createdAt, startedAt, endedAt } = run;
  const made = new Date(createdAt).toISOString();
  return (
    <li class={listed ? "run-row run-row-listed" : "run-row"} data-run={id} data-state={run.state}>
      {listed ? null : <span class="run-tick">{children}</span>}
      <Link to={runPath(id)} class="run-link">
        {title}
      </Link>
      <span class="run-kind quiet">
        {kindWords[kind]}
        {list === null || listed ? null : (
          <>
            {" · "}
            <Link to={listPath(list.id)}>list</Link>
          </>
        )}
      </span>
      <StateMark state={shownState(run, readAt)} />
      <span class="run-headline">{headline ?? (error === null ? "" : error)}</span>
      <span class="run-took quiet">
        {startedAt === null || endedAt === null ? "" : tookWords(endedAt - startedAt)}
      </span>
      <time class="run-age quiet" dateTime={made} title={made}>
        {age(readAt - createdAt)} ago
      </time>
    </li>
  );
});

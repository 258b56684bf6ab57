import { useCallback, useMemo } from "preact/hooks";
import { RunReport } from "../../report/run-report.tsx";
import { MissingView } from "../missing-view.tsx";
import { isOver, seenGroups } from "../node-state.ts";
import { ErrorNote } from "../parts/error-note.tsx";
import { statusWords, titleWords } from "../run-words.ts";
import { hasEnded } from "../shown-run.ts";
import { useStatus } from "../status.ts";
import { useLiveRun } from "../use-live-run.ts";
import { LiveWork } from "./live-work.tsx";
import { RunActions, useRunDeeds } from "./run-actions.tsx";
import { RunHead } from "./run-head.tsx";
import { useRunView } from "./use-run-view.ts";

/** One run: as it goes on, and what came of it. */
export function RunView({ id }: { readonly id: string }) {
  const { run, again } = useLiveRun(id);
  const over = run.over || (run.record !== null && hasEnded(run.record));
  const { view, missing } = useRunView(id, over);
  const groups = useMemo(() => seenGroups(run), [run]);
  const deeds = useRunDeeds(id, again);
  const record = run.record ?? view?.run ?? null;
  useStatus(record === null ? null : titleWords(record, over, groups), statusWords(run, groups));
  const gaps = groups.some(({ nodes }) => nodes.some(({ state }) => state === "gap"));
  const rerun = useCallback(() => void deeds.rerun(), [id]);

  if (missing !== null && record === null) return <MissingView words={missing} />;
  if (record === null) return <p class="loading quiet">Looking for the run…</p>;
  const cutAt = isOver(run) ? (run.endedAt ?? run.lastAt) : null;
  return (
    <article class="run" data-run={id} data-kind={record.kind} data-state={record.state}>
      <RunHead record={record} run={run} view={view} cutAt={cutAt}>
        <RunActions record={record} view={view} over={over} gaps={gaps} deeds={deeds} />
      </RunHead>
      <ErrorNote words={deeds.error} />
      {view?.page == null
        ? run.notices.map((notice) => (
            <p key={notice} class="notice">
              {notice}
            </p>
          ))
        : null}
      {over && record.error !== null ? <p class="notice failure">{record.error}</p> : null}
      <LiveWork
        run={run}
        groups={groups}
        cutAt={cutAt}
        rerun={over ? rerun : null}
        measured={view?.page?.result.timeline ?? null}
      />
      {view?.page == null ? null : <RunReport page={view.page} rerun={rerun} />}
    </article>
  );
}

import type { ComponentChildren } from "preact";
import { age } from "#core/render/age.ts";
import { duration } from "#core/render/duration.ts";
import { oneLine } from "#core/render/one-line.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import type { RunView } from "../../../../web/api.ts";
import type { LiveRun } from "../live-run.ts";
import { Link } from "../navigation.tsx";
import { Elapsed } from "../parts/elapsed.tsx";
import { StateMark } from "../parts/state-mark.tsx";
import { listPath, runPath } from "../route.ts";
import { kindWords } from "../run-words.ts";
import { liveStateOf } from "../shown-run.ts";

interface RunHeadProps {
  readonly record: HistoryEntry;
  readonly run: LiveRun;
  readonly view: RunView | null;
  readonly cutAt: number | null;
  /** Buttons. */
  readonly children: ComponentChildren;
}

/** What a run is of, how it stands, how long it takes, what came of it, and under which settings. */
export function RunHead({ record, run, view, cutAt, children }: RunHeadProps) {
  return (
    <header class="run-head">
      <div class="run-title">
        <p class="eyebrow">
          {kindWords[record.kind]} · begun {age(Date.now() - record.createdAt)} ago
          {record.list === null ? null : (
            <>
              {" · "}
              <Link to={listPath(record.list.id)}>its watchlist</Link>
            </>
          )}
          {record.rerunOf === null ? null : (
            <>
              {" · "}
              <Link to={runPath(record.rerunOf)}>the run it follows</Link>
            </>
          )}
        </p>
        <div class="run-line">
          {view?.page == null ? <h1>{record.title}</h1> : null}
          <StateMark state={liveStateOf(record, run.over)} />
          {view?.page != null ? (
            <span class="elapsed">{duration(view.page.result.timeline.wallMs)}</span>
          ) : run.startedAt === null ? null : (
            <Elapsed from={run.startedAt} to={cutAt} pausedMs={run.pausedMs} />
          )}
          {record.headline === null ? null : <strong class="headline">{record.headline}</strong>}
        </div>
      </div>
      <div class="run-actions">{children}</div>
      {view === null || view.page !== null || view.settings.length === 0 ? null : (
        <details class="settings">
          <summary>Settings</summary>
          <dl>
            {view.settings.map(({ setting, value }) => (
              <div key={setting}>
                <dt>{setting}</dt>
                <dd>{oneLine(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </header>
  );
}

import { titleOf } from "#core/render/wording.ts";
import type { AnalystReport } from "#core/report.ts";
import { Badge } from "./badge.tsx";
import { Markdown } from "./markdown.tsx";
import { Part } from "./part.tsx";
import { Spoken } from "./spoken.tsx";
import { ToolCalls } from "./tool-calls.tsx";

/** What every analyst has written. */
export function Reports({ reports }: { readonly reports: readonly AnalystReport[] }) {
  if (reports.length === 0) return null;
  return (
    <Part
      id="reports"
      title="Reports"
      aside="Point at a figure, or tap it, to see where it comes from."
    >
      <div class="columns">
        {reports.map(({ analyst, stance, confidence, text, cut, toolCalls, notices, ...by }) => (
          <Spoken
            key={analyst}
            title={titleOf(analyst)}
            badge={
              <>
                <Badge of={stance} />
                <span class="sure">{confidence?.toFixed(2) ?? "confidence not stated"}</span>
              </>
            }
            {...by}
          >
            <Markdown text={text} where={analyst} />
            {cut ? <p class="quiet">Cut off here by the model's output limit.</p> : null}
            {notices.length === 0 ? null : (
              <ul class="about">
                {[...new Set(notices)].map((notice) => (
                  <li key={notice}>{notice}</li>
                ))}
              </ul>
            )}
            <ToolCalls calls={toolCalls} />
          </Spoken>
        ))}
      </div>
    </Part>
  );
}

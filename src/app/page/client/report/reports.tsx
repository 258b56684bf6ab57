import { titleOf } from "#core/render/wording.ts";
import type { AnalystReport } from "#core/report.ts";
import { Badge } from "./badge.tsx";
import { Part } from "./part.tsx";
import { SaidText } from "./said-text.tsx";
import { Spoken } from "./spoken.tsx";

/** What every analyst has written. */
export function Reports({ reports }: { readonly reports: readonly AnalystReport[] }) {
  if (reports.length === 0) return null;
  return (
    <Part
      id="reports"
      title="Reports"
      aside="Point at a figure, or tap it, to see where it comes from; arrow keys lead from one to the next."
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
            <SaidText text={text} where={analyst} cut={cut} notices={notices} calls={toolCalls} />
          </Spoken>
        ))}
      </div>
    </Part>
  );
}

import { duration } from "#core/render/duration.ts";
import type { ToolCallRecord } from "#core/report.ts";
import { Part } from "./part.tsx";
import { ToolCalls } from "./tool-calls.tsx";

/** What is missing of a run, whoever left it. */
export interface ShownGap {
  readonly who: string;
  /** Of a debate: which round; null elsewhere. */
  readonly round: number | null;
  readonly reason: string;
  readonly message: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly toolCalls: readonly ToolCallRecord[];
}

interface GapsProps {
  readonly gaps: readonly ShownGap[];
  /** Makes them anew; null where that cannot be done. */
  readonly rerun: (() => void) | null;
}

/** What is there in place of an answer, why, and after how long. */
export function Gaps({ gaps, rerun }: GapsProps) {
  if (gaps.length === 0) return null;
  return (
    <Part id="gaps" title="Gaps" aside="What was asked for and is not there.">
      <ul class="gaps">
        {gaps.map(({ who, round, reason, message, startedAt, endedAt, toolCalls }, place) => (
          <li class="gap" key={`${who} ${place}`}>
            <p class="gap-head">
              <strong>{who}</strong>
              {round === null ? "" : `, round ${round}`}{" "}
              <span class="badge gap-reason">{reason.replaceAll("_", " ")}</span>{" "}
              <span class="quiet">
                after {duration(Date.parse(endedAt) - Date.parse(startedAt))}, at{" "}
                {timeOfDay(endedAt)}
              </span>
            </p>
            <p class="gap-why">{message}</p>
            <ToolCalls calls={toolCalls} />
          </li>
        ))}
      </ul>
      {rerun === null ? null : (
        <button type="button" class="choice rerun" onClick={rerun}>
          Run the gaps again
        </button>
      )}
    </Part>
  );
}

/** @example timeOfDay("2026-11-21T10:00:01.500Z") // "10:00:01 UTC" */
function timeOfDay(time: string): string {
  return `${time.slice(11, 19)} UTC`;
}

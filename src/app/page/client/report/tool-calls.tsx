import { counted } from "#core/render/counted.ts";
import { duration } from "#core/render/duration.ts";
import type { ToolCallRecord } from "#core/report.ts";

/** What somebody asked for, how long each took, and what could not be had. */
export function ToolCalls({ calls }: { readonly calls: readonly ToolCallRecord[] }) {
  if (calls.length === 0) return null;
  const failed = calls.filter(({ error }) => error !== null).length;
  return (
    <details class="calls-list">
      <summary>
        {counted(calls.length, "tool call", "tool calls")}
        {failed === 0 ? "" : `, ${failed} failed`}
      </summary>
      <ul>
        {calls.map(({ tool, args, startedAt, endedAt, cached, error }, place) => (
          <li key={`${tool} ${place}`} class={error === null ? "" : "failed"}>
            <code>{`${tool}(${Object.values(args).map(String).join(", ")})`}</code>{" "}
            <span class="quiet">
              {duration(Date.parse(endedAt) - Date.parse(startedAt))}
              {cached ? ", nothing asked anew" : ""}
            </span>
            {error === null ? null : <p>{error}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

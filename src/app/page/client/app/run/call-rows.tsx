import { counted } from "#core/render/counted.ts";
import { oneLine } from "#core/render/one-line.ts";
import type { LiveCall } from "../live-node.ts";
import { memo } from "../memo.ts";
import { Elapsed } from "../parts/elapsed.tsx";
import { Name } from "../parts/name.tsx";

interface CallRowsProps {
  readonly calls: readonly LiveCall[];
  /** Whether they are shown one by one: while they happen. */
  readonly open: boolean;
  readonly pausedMs: number;
  /** When the run ended, where a call has not; null while it goes on. */
  readonly cutAt: number | null;
}

/** A node's calls of tools, with their times as they happen. */
export const CallRows = memo(({ calls, open, pausedMs, cutAt }: CallRowsProps) => {
  if (calls.length === 0) return null;
  const failed = calls.filter(({ error }) => error !== null).length;
  return (
    <details class="live-calls" open={open}>
      <summary>
        {counted(calls.length, "call", "calls")}
        {failed === 0 ? null : <span class="call-error">, {failed} failed</span>}
      </summary>
      <ul>
        {calls.map(({ name, startedAt, endedAt, error }, place) => (
          <li
            key={place}
            class="call"
            data-state={error === null ? (endedAt === null ? "working" : "done") : "failed"}
          >
            <span class="call-name" title={error === null ? undefined : oneLine(error)}>
              <Name words={oneLine(name)} />
            </span>
            <Elapsed from={startedAt} to={endedAt ?? cutAt} pausedMs={pausedMs} />
            {error === null ? null : <span class="call-error">{oneLine(error)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
});

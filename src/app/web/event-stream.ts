import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { messageOf } from "#core/errors.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import { followRun } from "./follow-run.ts";
import type { WebParts } from "./web-parts.ts";

/** A line that says nothing: what stands between may take a silent connection for a dead one. */
const HEARTBEAT = ": still here\n\n";

/** How soon a browser asks again whose connection was lost, in ms; by itself it would wait for seconds. */
const AGAIN = "retry: 500\n\n";

/** What is told of a run as it happens, as server-sent events. */
export function eventStream(context: Context, run: HistoryEntry, parts: WebParts): Response {
  const { store, config, clock, limits, closing, clean, tell } = parts;
  // Whoever asks for the headers alone takes nothing, so there is nobody to follow it.
  if (context.req.method === "HEAD") return context.body(null);
  return streamSSE(context, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const beat = setInterval(() => stream.write(HEARTBEAT), limits.heartbeatMs);
    try {
      await stream.write(AGAIN);
      await followRun(
        run,
        {
          after: lastSeen(context),
          signal: AbortSignal.any([gone.signal, closing]),
          tell: (message, last) =>
            stream.writeSSE({
              data: JSON.stringify(clean(message)),
              ...(last !== null && { id: String(last) }),
            }),
        },
        { history: store.history, logsDir: config.logsDir, clock, lookMs: limits.lookMs },
      );
    } catch (thrown) {
      // Whoever follows it asks again by itself, from where it was.
      tell(`run ${run.id} cannot be followed: ${messageOf(thrown)}`);
    } finally {
      clearInterval(beat);
    }
  });
}

/** The number of the last event that whoever asks has; 0 where nothing, or nonsense, is said. */
function lastSeen({ req }: Context): number {
  const said = Number(req.header("last-event-id") ?? req.query("after") ?? 0);
  return Number.isSafeInteger(said) && said > 0 ? said : 0;
}

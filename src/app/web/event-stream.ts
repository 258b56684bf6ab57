import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { messageOf } from "#core/errors.ts";
import { counted } from "#core/render/counted.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import { followRun } from "./follow-run.ts";
import type { WebParts } from "./web-parts.ts";

/** A line that says nothing: what stands between may take a silent connection for a dead one. */
const HEARTBEAT = ": still here\n\n";

/** How soon a browser asks again whose connection was lost, in ms; by itself it would wait for seconds. */
const AGAIN = "retry: 500\n\n";

/** Tells of runs as they happen, as server-sent events, to so many at once. */
export function eventStreams(parts: WebParts): (context: Context, run: HistoryEntry) => Response {
  const { limits } = parts;
  let open = 0;
  return (context, run) => {
    // Whoever asks for the headers alone takes nothing, so there is nobody to follow it.
    if (context.req.method === "HEAD") return context.body(null);
    if (open >= limits.streams) throw tooMany(limits.streams);
    open += 1;
    return streamSSE(context, (stream) =>
      tellAll(context, stream, run, parts).finally(() => {
        open -= 1;
      }),
    );
  };
}

/** Tells one who follows a run all there is of it, to its end or until one of the two goes. */
async function tellAll(
  context: Context,
  stream: SSEStreamingApi,
  run: HistoryEntry,
  { store, config, clock, limits, closing, clean, tell }: WebParts,
): Promise<void> {
  const gone = new AbortController();
  stream.onAbort(() => gone.abort());
  const beat = setInterval(() => stream.write(HEARTBEAT), limits.heartbeatMs);
  try {
    await stream.write(AGAIN);
    await followRun(
      run,
      {
        after: lastSeen(context),
        signal: gone.signal,
        closing,
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
}

function tooMany(most: number): HTTPException {
  return new HTTPException(503, {
    message: `${counted(most, "run is", "runs are")} followed here already, which is as many as may be at once. Close a page that shows one.`,
  });
}

/** The number of the last event that whoever asks has; 0 where nothing, or nonsense, is said. */
function lastSeen({ req }: Context): number {
  const said = Number(req.header("last-event-id") ?? req.query("after") ?? 0);
  return Number.isSafeInteger(said) && said > 0 ? said : 0;
}

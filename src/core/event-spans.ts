import type { RunEvent } from "./event.ts";
import type { Span } from "./span.ts";

/** The spans that a run's events tell of. */
export interface ToldSpans {
  /** In the order of their starts. */
  readonly spans: readonly Span[];
  /** What began and has no end, as `market_analyst/get_quote(AAPL)`. */
  readonly unfinished: readonly string[];
}

/**
 * Puts starts and ends together. Of two calls of one name, the one that began first ends first. What
 * was at work when a run was cut off is left out: it was done again.
 */
export function spansOfEvents(events: readonly RunEvent[]): ToldSpans {
  const open: { readonly path: string; span: Omit<Span, "endedAt" | "error"> }[] = [];
  const spans: Span[] = [];
  for (const event of events) {
    if (event.type === "run_resumed") open.length = 0;
    if (event.type !== "span_started" && event.type !== "span_ended") continue;
    const { name, kind, parent } = event;
    const path = parent === null ? name : `${parent}/${name}`;
    if (event.type === "span_started") {
      open.push({ path, span: { name, kind, parent, startedAt: event.at } });
      continue;
    }
    const index = open.findIndex((started) => started.path === path);
    // An end without a start still says how long it was.
    const [started] = index === -1 ? [] : open.splice(index, 1);
    const startedAt = started?.span.startedAt ?? event.at - event.ms;
    spans.push({ name, kind, parent, startedAt, endedAt: event.at, error: event.error });
  }
  return {
    spans: spans.sort((a, b) => a.startedAt - b.startedAt),
    unfinished: open.map(({ path }) => path),
  };
}

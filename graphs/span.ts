import { messageOf } from "#core/errors.ts";
import type { RunEvent } from "#core/event.ts";
import type { Clock } from "#core/ports.ts";
import type { Span } from "#core/span.ts";

/** Takes a run's events: in a graph, the node's `config.writer`. */
export type Emit = (event: RunEvent) => void;

/** The outcome of a piece of work, and when it was done. */
export type Spanned<T> = { readonly span: Span } & (
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly thrown: unknown }
);

/** Does a piece of work, telling its start and its end. What it throws is part of the outcome. */
export async function spanned<T>(
  clock: Clock,
  emit: Emit,
  label: Pick<Span, "name" | "kind" | "parent">,
  work: () => Promise<T>,
): Promise<Spanned<T>> {
  const startedAt = clock.now();
  emit({ type: "span_started", ...label, at: startedAt });
  const end = (error: string | null): Span => {
    const endedAt = clock.now();
    emit({ type: "span_ended", ...label, at: endedAt, ms: endedAt - startedAt, error });
    return { ...label, startedAt, endedAt, error };
  };
  try {
    const value = await work();
    return { ok: true, value, span: end(null) };
  } catch (thrown) {
    return { ok: false, thrown, span: end(messageOf(thrown)) };
  }
}

/** The work's value, or what it threw, thrown again. */
export function unwrap<T>(outcome: Spanned<T>): T {
  if (outcome.ok) return outcome.value;
  throw outcome.thrown;
}

import type { RunEvent } from "../event.ts";
import { type ContestStep, contestSteps } from "./contest.ts";

/** How far one author has come. Times are epoch milliseconds. */
export interface Part {
  readonly startedAt: number | null;
  /** How many of the steps it has got through; a repair takes none back. */
  readonly steps: number;
  /** The end of what its model has written, of a repair's text where there is one. */
  readonly preview: string;
  /** What has come of it; null before. */
  readonly end: { readonly at: number; readonly failure: string | null } | null;
}

/** How far all authors have come, by name. */
export type Parts = ReadonlyMap<string, Part>;

const PREVIEW = 400;

export function partsAtStart(authors: readonly string[]): Parts {
  return new Map(
    authors.map((author) => [author, { startedAt: null, steps: 0, preview: "", end: null }]),
  );
}

/** The parts after an event. What is told of others than the authors changes nothing. */
export function afterEvent(parts: Parts, event: RunEvent): Parts {
  const author = authorOf(event);
  const part = author === null ? undefined : parts.get(author);
  if (author === null || part === undefined) return parts;
  return new Map(parts).set(author, { ...part, ...changesBy(event, part) });
}

/** Whom of the authors an event would be about. */
export function authorOf(event: RunEvent): string | null {
  switch (event.type) {
    case "span_started":
    case "span_ended":
      if (event.kind === "author") return event.name;
      return event.kind === "author_step" ? event.parent : null;
    case "text":
    case "strategy_ended":
      return event.node;
    default:
      return null;
  }
}

/** The step of that name; null for a name that is none. */
export function stepOf(name: string): ContestStep | null {
  return contestSteps.find((step) => step === name) ?? null;
}

function changesBy(event: RunEvent, part: Part): Partial<Part> {
  switch (event.type) {
    case "span_started":
      if (event.kind === "author") return { startedAt: event.at };
      return event.name === "write" ? { preview: "" } : {};
    case "span_ended":
      if (event.kind === "author") {
        return event.error === null
          ? {}
          : { end: part.end ?? { at: event.at, failure: event.error } };
      }
      return event.error === null ? { steps: Math.max(part.steps, stepsUpTo(event.name)) } : {};
    case "text":
      return { preview: (part.preview + event.text).slice(-PREVIEW) };
    case "strategy_ended":
      return { end: { at: event.at, failure: event.failure } };
    default:
      return {};
  }
}

/** The step itself counted; 0 for what is no step. */
function stepsUpTo(name: string): number {
  const step = stepOf(name);
  return step === null ? 0 : contestSteps.indexOf(step) + 1;
}

/** Of all steps of all authors, how many are over, in whole percent: 99 at most, until all has ended. */
export function percentOf(parts: Parts): number {
  const over = parts.values().reduce((sum, { end, steps }) => {
    return sum + (end === null ? steps : contestSteps.length);
  }, 0);
  return Math.min(99, Math.floor((100 * over) / Math.max(1, parts.size * contestSteps.length)));
}

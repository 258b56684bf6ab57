import type { z } from "zod";
import type { RunEvent } from "../event.ts";
import type { PlannedGroup } from "../planned-group.ts";
import type { RunKind } from "../run-kind.ts";
import type { StepRecord } from "../run-record.ts";
import type { RunShapes } from "../run-shapes.ts";

/** What a result comes to, as the exit code says it. */
export type ResultStatus = "ok" | "partial" | "failed";

/** How a step has ended. */
export interface StepEnd {
  readonly state: Extract<StepRecord["state"], "done" | "failed" | "skipped">;
  /** Why it failed, or why it was skipped; null of one that is done. */
  readonly error: string | null;
}

/** What an event tells of a step: that it has started, or what it came to. */
export interface StepNews<K extends RunKind> {
  readonly step: string;
  /** null: it has started. */
  readonly outcome: RunShapes[K]["outcome"] | null;
}

/** What the records of one kind of run hold. */
export interface RunSchemas<K extends RunKind> {
  readonly configuration: z.ZodType<RunShapes[K]["configuration"]>;
  readonly outcome: z.ZodType<RunShapes[K]["outcome"]>;
  readonly result: z.ZodType<RunShapes[K]["result"]>;
  readonly summary: z.ZodType<RunShapes[K]["summary"]>;
}

/** How one kind of run is recorded, and how a reader is told of them. */
export interface RunForm<K extends RunKind> {
  readonly kind: K;
  /** In a sentence: `an analysis`. */
  readonly words: string;
  /** Loaded where such a record is read: making them takes a start's time, and few commands need all. */
  schemas(): Promise<RunSchemas<K>>;
  /** What it is about: a symbol, or a chain's name. */
  titleOf(configuration: RunShapes[K]["configuration"]): string;
  /** The one symbol that it is about; null where there is none. */
  symbolOf(configuration: RunShapes[K]["configuration"]): string | null;
  summaryOf(result: RunShapes[K]["result"]): RunShapes[K]["summary"];
  /** How many of those who were asked have brought nothing. */
  missingOf(summary: RunShapes[K]["summary"]): number;
  /** ok: nothing is missing that was wanted; partial: something is; failed: there is nothing. */
  statusOf(summary: RunShapes[K]["summary"]): ResultStatus;
  /** What came of it, in a few words. */
  headlineOf(summary: RunShapes[K]["summary"]): string;
  /** Whether each node of a group has a step recorded. */
  recordsSteps(group: PlannedGroup): boolean;
  /** null of an event that tells of none. */
  stepToldBy(event: RunEvent): StepNews<K> | null;
  /** What a step came to, in a few words. */
  outcomeWords(outcome: RunShapes[K]["outcome"]): string;
  stepEndOf(outcome: RunShapes[K]["outcome"]): StepEnd;
}

import { z } from "zod";
import type { RunKind } from "./run-kind.ts";
import type { RunShapes } from "./run-shapes.ts";
import { runStates } from "./run-state.ts";

export const stepStates = ["waiting", "running", "done", "failed", "skipped"] as const;

/** One of the nodes that a run has records of. */
export const stepFieldsSchema = z.object({
  /** Its node. */
  name: z.string(),
  /** The same for all nodes that come to work together. */
  group: z.string(),
  /** `skipped`: nothing was asked of it, which is no failure. */
  state: z.enum(stepStates),
  /** Epoch milliseconds, like every time here. */
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  /** Why it failed or was skipped; null where it was neither. */
  error: z.string().nullable(),
});

export interface StepRecord<K extends RunKind = "analysis">
  extends Readonly<z.infer<typeof stepFieldsSchema>> {
  /** What it came to; null while it has not ended. */
  readonly outcome: RunShapes[K]["outcome"] | null;
}

/** What is recorded of a run whatever its kind. */
export const runFieldsSchema = z.object({
  id: z.string(),
  /** The list that it is part of, and its place there from 0; null for a run of its own. */
  list: z.object({ id: z.string(), position: z.number().int() }).nullable(),
  state: z.enum(runStates),
  /** How often it has been taken up: 0 before its start, 2 once it was resumed. */
  attempt: z.number().int(),
  /** Until when whoever works on it has it for itself; null where nobody does. */
  heldUntil: z.number().nullable(),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  error: z.string().nullable(),
  /** The run whose reports or outputs it has kept; null where it began anew. */
  rerunOf: z.string().nullable(),
});

export type RunFields = Readonly<z.infer<typeof runFieldsSchema>>;

/** What is recorded of a run beside its steps and its result. */
export interface RunRecord<K extends RunKind = "analysis"> extends RunFields {
  readonly kind: K;
  readonly configuration: RunShapes[K]["configuration"];
  /** null without a result. */
  readonly summary: RunShapes[K]["summary"] | null;
}

/** All that is kept of a run. */
export interface KeptRun<K extends RunKind = "analysis"> extends RunRecord<K> {
  /** In the order in which they were planned. */
  readonly steps: readonly StepRecord<K>[];
  readonly result: RunShapes[K]["result"] | null;
}

/** A run of one kind or another, as its `kind` says. */
export type AnyRunRecord = { [K in RunKind]: RunRecord<K> }[RunKind];
export type AnyKeptRun = { [K in RunKind]: KeptRun<K> }[RunKind];

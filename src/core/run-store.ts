import type { PlannedGroup } from "./planned-group.ts";
import type { RunKind } from "./run-kind.ts";
import type { KeptRun, RunRecord } from "./run-record.ts";
import type { RunShapes } from "./run-shapes.ts";
import type { RunState } from "./run-state.ts";

/** A run that is to come. */
export interface PlannedRun<K extends RunKind = "analysis"> {
  readonly id: string;
  readonly configuration: RunShapes[K]["configuration"];
  /** Who will come to work, in that order. Which of them have steps recorded its kind's form says. */
  readonly groups: readonly PlannedGroup[];
  readonly list: RunRecord<K>["list"];
  /** The run whose reports or outputs it keeps; null where it begins anew. */
  readonly rerunOf: string | null;
}

/** Which runs are asked for: those to which all that is given applies. */
export interface RunQuery {
  /** The runs of one list, in its order; else the newest come first, those of a list in its order. */
  readonly list?: string;
  /** Only those at this place of their list, from 0: one run of each list. */
  readonly position?: number;
  readonly symbol?: string;
  readonly states?: readonly RunState[];
  /** Stands in the id or in what it is about, whatever the case of its letters. */
  readonly search?: string;
  /** Only those made before this time. */
  readonly before?: number;
  readonly limit?: number;
  /**
   * Told of each run whose record cannot be read, as of another version's, which is then left out;
   * else the first of them ends the query.
   */
  readonly onUnreadable?: (runId: string) => void;
}

/** How a run came to its end. */
export type RunEnd<K extends RunKind = "analysis"> =
  | { readonly state: "done"; readonly result: RunShapes[K]["result"] }
  | EndWithoutResult;

export interface EndWithoutResult {
  readonly state: Exclude<RunState, "waiting" | "running" | "done">;
  readonly error: string;
}

/** Which taking of a run is meant. */
export interface Attempt {
  readonly runId: string;
  /** 1 for who began it. */
  readonly attempt: number;
}

/**
 * The right to write to a run's records, which one at a time has. Whoever took the run up later has it
 * alone: every method then throws DeskError `taken_over`.
 */
export interface RunClaim<K extends RunKind = "analysis"> extends Attempt {
  stepStarted(step: string): Promise<void>;
  /** The outcome says whether it is done, has failed or was skipped. */
  stepEnded(step: string, outcome: RunShapes[K]["outcome"]): Promise<void>;
  /** Holds the run for as long again. */
  renew(): Promise<void>;
  /** Nobody else has ended it before: an end is written once. */
  end(end: RunEnd<K>): Promise<void>;
}

/**
 * Where runs of one kind are recorded; to it there are no others. Every adapter passes
 * tests/contracts/run-store.ts.
 *
 * Every method throws DeskError `storage` when the records cannot be read or written; a database that
 * goes away is asked again for a while first.
 */
export interface RunStore<K extends RunKind = "analysis"> {
  /** Records a run with all its steps, in one statement, and takes it up. */
  begin(run: PlannedRun<K>): Promise<RunClaim<K>>;
  /** Records runs with all their steps, all or none of them, for somebody to take up. */
  plan(runs: readonly PlannedRun<K>[]): Promise<void>;
  /**
   * Takes a run up that has not come to its end.
   *
   * @param force whoever held it is known to be gone
   * @returns null where it has ended, or somebody else holds it, or there is none
   */
  claim(runId: string, options?: { readonly force?: boolean }): Promise<RunClaim<K> | null>;
  /** Ends runs that nobody has taken up, for instance those for which the time is over. */
  endWaiting(list: string, end: EndWithoutResult): Promise<number>;
  /** One run with its steps and its result, by one statement; null where there is none. */
  read(runId: string): Promise<KeptRun<K> | null>;
  /** The list that was planned last; null where there is none. */
  latestList(): Promise<string | null>;
  /** Runs without steps and results. */
  runs(query: RunQuery): Promise<readonly RunRecord<K>[]>;
  /** Forgets runs, their steps, results and checkpoints. */
  remove(runIds: readonly string[]): Promise<void>;
}

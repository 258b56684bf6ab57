import type { AnalystReport, Gap } from "./report.ts";
import type { AnalysisResult } from "./result.ts";
import type { RunConfiguration } from "./run-configuration.ts";
import type { KeptRun, RunRecord, RunState } from "./run-record.ts";

/** A run that is to come. */
export interface PlannedRun {
  readonly id: string;
  readonly configuration: RunConfiguration;
  /** The nodes that its dispatcher will send to, in that order. */
  readonly steps: readonly string[];
  readonly list: RunRecord["list"];
  /** The run whose reports it keeps; null where it begins anew. */
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
export type RunEnd =
  | { readonly state: "done"; readonly result: AnalysisResult }
  | { readonly state: Exclude<RunState, "waiting" | "running" | "done">; readonly error: string };

/**
 * The right to write to a run's records, which one at a time has. Whoever took the run up later has it
 * alone: every method then throws DeskError `taken_over`.
 */
export interface RunClaim {
  readonly runId: string;
  /** 1 for who began it. */
  readonly attempt: number;
  stepStarted(step: string): Promise<void>;
  /** A report, or the gap instead. */
  stepEnded(step: string, outcome: AnalystReport | Gap): Promise<void>;
  /** Holds the run for as long again. */
  renew(): Promise<void>;
  /** Nobody else has ended it before: an end is written once. */
  end(end: RunEnd): Promise<void>;
}

/**
 * Where runs are recorded. Every adapter passes tests/contracts/run-store.ts.
 *
 * Every method throws DeskError `storage` when the records cannot be read or written; a database that
 * goes away is asked again for a while first.
 */
export interface RunStore {
  /** Records a run with all its steps, in one statement, and takes it up. */
  begin(run: PlannedRun): Promise<RunClaim>;
  /** Records runs with all their steps, all or none of them, for somebody to take up. */
  plan(runs: readonly PlannedRun[]): Promise<void>;
  /**
   * Takes a run up that has not come to its end.
   *
   * @param force whoever held it is known to be gone
   * @returns null where it has ended, or somebody else holds it, or there is none
   */
  claim(runId: string, options?: { readonly force?: boolean }): Promise<RunClaim | null>;
  /** Ends runs that nobody has taken up, for instance those for which the time is over. */
  endWaiting(list: string, end: Exclude<RunEnd, { state: "done" }>): Promise<number>;
  /** One run with its steps and its result, by one statement; null where there is none. */
  read(runId: string): Promise<KeptRun | null>;
  /** The list that was planned last; null where there is none. */
  latestList(): Promise<string | null>;
  /** Runs without steps and results. */
  runs(query: RunQuery): Promise<readonly RunRecord[]>;
  /** Forgets runs, their steps, results and checkpoints. */
  remove(runIds: readonly string[]): Promise<void>;
}

/** A run that somebody is to take. */
export interface EnqueuedRun {
  readonly runId: string;
  /**
   * When the run had ended, as of its enqueuing; null where it had not. One that has ended at another
   * time since then is not wanted any more.
   */
  readonly endedAt: number | null;
}

export const jobStates = ["active", "waiting", "failed"] as const;

export type JobState = (typeof jobStates)[number];

/** A run in the queue. */
export interface QueuedJob {
  readonly runId: string;
  readonly state: JobState;
  /** Who has it, or had it when it was given up; null while it waits. */
  readonly worker: string | null;
  /** Since when it has been in this state, in epoch milliseconds. */
  readonly since: number;
  /** How many takings count against it, the present one included. */
  readonly attempt: number;
  /** Why it was given up, has to be tried again or was refused; null where nothing went wrong. */
  readonly reason: string | null;
}

/**
 * Runs that wait for a worker, on any machine. It says who is to work, and nothing about what came of it:
 * that is in the run's record. A job has its run's id, so a run is in the queue once.
 *
 * Every method throws DeskError `storage` when the queue cannot be reached.
 */
export interface RunQueue {
  /** Puts runs at its end, in this order. One that waits or is at work already stays where it is. */
  add(runs: readonly EnqueuedRun[]): Promise<void>;
  /** Takes back those of the runs that nobody is at work on. */
  remove(runIds: readonly string[]): Promise<void>;
  counts(): Promise<Readonly<Record<JobState, number>>>;
  /** The next that wait, and the last that were taken or given up. */
  jobs(state: JobState, limit: number): Promise<readonly QueuedJob[]>;
  /** How those of the runs stand that are in the queue. */
  states(runIds: readonly string[]): Promise<ReadonlyMap<string, JobState>>;
  /** One run; null where it is not in the queue. */
  read(runId: string): Promise<QueuedJob | null>;
  close(): Promise<void>;
}

/** One taking of a run out of the queue. */
export interface TakenRun extends EnqueuedRun {
  /** Aborted when the run has to be let go: it was lost to somebody else, or the worker stops. */
  readonly signal: AbortSignal;
}

/** Why a worker leaves a run to others: for its own settings, which another's may not be. */
export interface Refusal {
  readonly reason: string;
  /** Whether it had begun the run. One that is refused so four times is given up. */
  readonly begun: boolean;
}

export interface QueueWork {
  /** As `queue` shows it. */
  readonly worker: string;
  /** Runs at once, at most. */
  readonly atOnce: number;
  /**
   * Works on a run. Null is done with it. One that is refused waits behind the others; a worker that finds
   * nothing but such takes none for a while, 1 s and up to 30 s. A run for which it throws is taken again,
   * four times in all, by whoever comes first.
   */
  readonly perform: (run: TakenRun) => Promise<Refusal | null>;
  /** Told of a run that nobody will take again, and why. */
  readonly onGivenUp: (run: EnqueuedRun, reason: string) => void;
  /** Told of troubles with the queue itself; the work goes on. */
  readonly onTrouble: (trouble: Error) => void;
}

/** Somebody who takes runs out of the queue. */
export interface QueueWorker {
  /** Takes no more, and gives back those in hand, for others to take at once. */
  stop(): Promise<void>;
}

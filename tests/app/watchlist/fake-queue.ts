import type { JobState, QueuedJob, RunQueue } from "#core/run-queue.ts";

/** A queue that a test moves by hand. */
export interface FakeQueue extends RunQueue {
  /** How each run stands. */
  readonly standing: Map<string, JobState>;
  /** Why it was given up or refused. */
  readonly reasons: Map<string, string>;
  /** The runs of each time that some were added. */
  readonly added: string[][];
}

/** @param elsewhere runs of other lists that are at work */
export function fakeQueue(elsewhere = 0): FakeQueue {
  const standing = new Map<string, JobState>();
  const reasons = new Map<string, string>();
  const added: string[][] = [];
  const inState = (state: JobState) => [...standing].filter(([, one]) => one === state);
  const jobOf = (runId: string, state: JobState): QueuedJob => {
    return { runId, state, worker: null, since: 0, attempt: 0, reason: reasons.get(runId) ?? null };
  };
  return {
    standing,
    reasons,
    added,
    async add(runs) {
      if (runs.length === 0) return;
      added.push(runs.map(({ runId }) => runId));
      for (const { runId } of runs) standing.set(runId, "waiting");
    },
    async remove(runIds) {
      for (const id of runIds) standing.delete(id);
    },
    async counts() {
      const [waiting, failed] = [inState("waiting").length, inState("failed").length];
      return { waiting, active: inState("active").length + elsewhere, failed };
    },
    async jobs(state, limit) {
      return inState(state)
        .slice(0, limit)
        .map(([id]) => jobOf(id, state));
    },
    async states(runIds) {
      return new Map([...standing].filter(([id]) => runIds.includes(id)));
    },
    async read(runId) {
      const state = standing.get(runId);
      return state === undefined ? null : jobOf(runId, state);
    },
    async close() {},
  };
}
